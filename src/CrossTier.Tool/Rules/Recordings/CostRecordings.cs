using CrossTier.Exposition;
using CrossTier.Labels;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>
/// Tokens and money. Each token is in one part of its usage (plain input, plain output, or a detail), each part in one service tier, and cost is the
/// sum of parts times the price that held when they were used: what is recorded stays when a price changes, and none is below 0. A period's cost
/// is the sum over its evaluations, each worth one interval.
/// </summary>
static class CostRecordings
{
    const string Model = "job, provider, model";
    const string Part = Model + ", direction";
    const string TierPart = Part + ", service_tier";
    const string OtherTiers = Recorded.TierPartsIncrease + "{service_tier!=\"\"}";

    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var five = FromMinutes(5);
        var interval = q.Seconds(Promql.Interval);
        yield return new(Recorded.TokensIncrease, $"sum by ({Part}) {q.Increase(MetricDefinitions.Tokens, five)}");
        yield return new(Recorded.DetailsIncrease, $"sum by ({Model}, detail) {q.Increase(MetricDefinitions.TokenDetails, five)}");
        yield return new(Recorded.TokensRate, $"{Recorded.TokensIncrease} / {q.Seconds(five)}");
        yield return new(
            Recorded.TokensDay,
            $"sum by (job) ({q.WithoutRelays($"sum_over_time({Recorded.TokensRate}[{q.SumWindow(FromDays(1))}])")}) * {interval}");
        yield return new(Recorded.PartsIncrease, Parts(Model, Recorded.TokensIncrease, Recorded.DetailsIncrease));

        // What is in no other tier is in the default one, which has no name.
        var tiers = $"sum by ({TierPart}) {q.Increase(MetricDefinitions.TierTokens, five)}";
        yield return new(Recorded.TierPartsIncrease, $"""
            clamp_min({Recorded.PartsIncrease} - on ({Part}) (sum by ({Part}) ({tiers}) or 0 * sum by ({Part}) ({Recorded.PartsIncrease})), 0)
              or {tiers}
            """);
        yield return new(Recorded.ToolUsesIncrease, $"sum by ({Model}, tool) {q.Increase(MetricDefinitions.BilledToolUses, five)}");

        yield return new(Recorded.TokenPrice, Price(q));
        yield return new(Recorded.TierTokenPrice, $"""
            {Recorded.TokenPrice}
              or max by ({TierPart}) ({q.Series(MetricDefinitions.TierTokenPrice)})
              or ignoring (rules) (0 * {OtherTiers} + on ({Part}) group_left () {Recorded.TokenPrice})
            """);
        yield return new(Recorded.CacheDiscountRate, CacheDiscount(q));
        yield return new(Recorded.CostRate, $"""
            sum by ({Model}) (
              label_replace(sum by ({Model}) ({Recorded.TierPartsIncrease} * on ({TierPart}) {Recorded.TierTokenPrice}), "of", "tokens", "", "")
              or label_replace(sum by ({Model}) ({Recorded.ToolUsesIncrease} * on ({Model}, tool) {ToolPrice(q)}), "of", "tools", "", "")
            ) / {q.Seconds(five)}
            """);
        yield return new(Recorded.CostHour, $"sum_over_time({Recorded.CostRate}[{q.SumWindow(FromHours(1))}]) * {interval}");
        yield return new(Recorded.CostDay, $"sum_over_time({Recorded.CostRate}[{q.SumWindow(FromDays(1))}]) * {interval}");
        foreach (var rule in Unpriced(q))
        {
            yield return rule;
        }

        foreach (var rule in Calls(q))
        {
            yield return rule;
        }
    }

    /// <summary>The disjoint parts of tokens: the details, and of input and output what is in no detail.</summary>
    static string Parts(string by, string tokens, string details) => $"""
        sum by ({by}, direction) (label_replace({details}, "direction", "$1", "detail", "(.+)"))
          or {Rest(by, tokens, details, MetricLabelValues.Input, PricedParts.OfInput)}
          or {Rest(by, tokens, details, MetricLabelValues.Output, PricedParts.OfOutput)}
        """;

    static string Rest(string by, string tokens, string details, string direction, string[] parts)
    {
        var whole = $"{tokens}{{direction=\"{direction}\"}}";
        return $"clamp_min({whole} - on ({by}) group_left () (sum by ({by}) ({details}{{detail=~\"{string.Join("|", parts)}\"}}) "
            + $"or 0 * sum by ({by}) ({whole})), 0)";
    }

    /// <summary>The price of each part; of one that has none of its own, the price of what it is part of.</summary>
    static string Price(Promql q)
    {
        string Of(string direction) => $"max by ({Part}) ({q.Series(MetricDefinitions.TokenPrice, $"direction=\"{direction}\"")})";
        var own = $"max by ({Part}) ({q.Series(MetricDefinitions.TokenPrice)})";
        return string.Join(
            "\n  or ",
            PricedParts.Details.Select(part => $"label_replace({Of(PricedParts.WholeOf(part))}, \"direction\", \"{part}\", \"\", \"\")").Prepend(own));
    }

    static string Of(string[] parts) => $"{Recorded.PartsIncrease}{{direction=~\"{string.Join("|", parts)}\"}}";

    static string ToolPrice(Promql q) => $"max by ({Model}, tool) ({q.Series(MetricDefinitions.ToolPrice)})";

    static string CacheDiscount(Promql q)
    {
        var cached = Of(PricedParts.OfCaches);
        var full = Recorded.TokenPrice + "{direction=\"input\"}";
        return $"""
            (
              sum by ({Model}) ({cached}) * on ({Model}) {full}
                - sum by ({Model}) ({cached} * on ({Part}) {Recorded.TokenPrice})
            ) / {q.Seconds(FromMinutes(5))}
            """;
    }

    /// <summary>
    /// What cost is too low by, or guessed: tokens without any price, those of a part that is known to cost something else, those of a tier
    /// without prices of its own. The last two are in the cost, at the price of what they are part of. What a relay passes on has its price at the relay.
    /// </summary>
    static IEnumerable<RecordingRule> Unpriced(Promql q)
    {
        var price = q.Series(MetricDefinitions.TokenPrice);
        var relays = q.Series(MetricDefinitions.ProviderRelay);
        yield return new(Recorded.Unpriced, $"""
            sum by ({Model}) (
              {Recorded.TokensIncrease} > 0 unless on ({Part}) {price}
              or {Of(PricedParts.OfAnotherPrice)} > 0
                unless on ({Part}) {price} and on ({Model}) {price}
              or {OtherTiers} > 0
                unless on ({Model}, service_tier) {q.Series(MetricDefinitions.TierTokenPrice)} and on ({Model}) {price}
            ) unless on (job, provider) {relays}
            """);
        yield return new(
            Recorded.UnpricedToolUses,
            $"sum by ({Model}) ({Recorded.ToolUsesIncrease} > 0 unless on ({Model}, tool) {q.Series(MetricDefinitions.ToolPrice)}) "
            + $"unless on (job, provider) {relays}");
    }

    /// <summary>
    /// Cost by line of code: its parts times their prices, as in the total. Tiers and tools have no line of code: what they add or take is spread over
    /// the calls of their model by cost, so that the sum over calls is the total.
    /// </summary>
    static IEnumerable<RecordingRule> Calls(Promql q)
    {
        const string call = "job, call, provider, model";
        var five = FromMinutes(5);
        yield return new(Recorded.CallTokensIncrease, $"sum by ({call}, direction) {q.Increase(MetricDefinitions.CallTokens, five)}");
        yield return new(Recorded.CallDetailsIncrease, $"sum by ({call}, detail) {q.Increase(MetricDefinitions.CallTokenDetails, five)}");
        yield return new(Recorded.CallPartsIncrease, Parts(call, Recorded.CallTokensIncrease, Recorded.CallDetailsIncrease));
        yield return new(Recorded.CallListCostRate, $"""
            sum by ({call}) ({Recorded.CallPartsIncrease} * on ({Part}) group_left () {Recorded.TokenPrice}) / {q.Seconds(five)}
            """);
        yield return new(Recorded.CallCostRate, $"""
            {Recorded.CallListCostRate} * on ({Model}) group_left () (
              {Recorded.CostRate} / on ({Model}) (sum by ({Model}) ({Recorded.CallListCostRate}) > 0)
            )
              or {Recorded.CallListCostRate}
            """);
    }
}
