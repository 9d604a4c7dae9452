using CrossTier.Exposition;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>
/// Tokens and money. Cost is tokens times the price that held when they were used, so what is recorded stays when a price changes. Cached tokens
/// are part of the input, so what the cache saves is taken off. A period's cost is the sum over its evaluations, each worth one interval.
/// </summary>
static class CostRecordings
{
    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var five = FromMinutes(5);
        var interval = q.Seconds(Promql.Interval);
        yield return new(Recorded.TokensIncrease, $"sum by (job, provider, model, direction) {q.Increase(MetricDefinitions.Tokens, five)}");
        yield return new(Recorded.DetailsIncrease, $"sum by (job, provider, model, detail) {q.Increase(MetricDefinitions.TokenDetails, five)}");
        yield return new(Recorded.TokensRate, $"{Recorded.TokensIncrease} / {q.Seconds(five)}");
        yield return new(Recorded.TokensDay, $"sum by (job) (sum_over_time({Recorded.TokensRate}[{q.SumWindow(FromDays(1))}])) * {interval}");

        var cached = Recorded.DetailsIncrease + "{detail=~\"cached_input|cache_write_input\"}";
        yield return new(Recorded.CacheDiscountRate, $"""
            sum by (job, provider, model) (
              label_replace({cached} / {q.Seconds(five)}, "direction", "$1", "detail", "(.+)")
                * on (job, provider, model, direction) group_left ()
                ({Price(q, "cached_input|cache_write_input", "input")} - {Price(q, "cached_input|cache_write_input")})
            )
            """);
        yield return new(Recorded.CostRate, $"""
            sum by (job, provider, model) (
              {Recorded.TokensRate} * on (job, provider, model, direction) group_left () {Price(q, "input|output")}
            )
              - ({Recorded.CacheDiscountRate} or 0 * sum by (job, provider, model) ({Recorded.TokensRate}))
            """);
        yield return new(Recorded.CostHour, $"sum_over_time({Recorded.CostRate}[{q.SumWindow(FromHours(1))}]) * {interval}");
        yield return new(Recorded.CostDay, $"sum_over_time({Recorded.CostRate}[{q.SumWindow(FromDays(1))}]) * {interval}");
        yield return new(Recorded.Unpriced, $"""
            sum by (job, provider, model) (
              {Recorded.TokensIncrease} > 0 unless on (job, provider, model, direction) {q.Series(MetricDefinitions.TokenPrice)}
            )
            """);
    }

    static string Price(Promql q, string directions) =>
        $"max by (job, provider, model, direction) ({q.Series(MetricDefinitions.TokenPrice, $"direction=~\"{directions}\"")})";

    /// <summary>The price of one direction beside each of others that have a price.</summary>
    static string Price(Promql q, string directions, string of) => $"""
        (
              0 * {Price(q, directions)} + on (job, provider, model) group_left ()
              max by (job, provider, model) ({q.Series(MetricDefinitions.TokenPrice, $"direction=\"{of}\"")})
            )
        """;
}
