using CrossTier.Exposition;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Tokens and money, and what is missing from them.</summary>
static class CostRow
{
    const string Legend = "{{provider}} {{model}}";

    public static Row Of() => new("Tokens and cost",
    [
        new(
            "Tokens a second",
            PanelKind.Stack,
            "none",
            "Input includes cached tokens, output includes reasoning.",
            new Query($"sum by (provider, direction) ({Filter.FleetRate(MetricDefinitions.Tokens)})", "{{provider}} {{direction}}")),
        new(
            "Cost an hour",
            PanelKind.Stack,
            "currencyUSD",
            "At the list price that held when the tokens were used.",
            new Query($"{Filter.Recorded(Recorded.CostRate)} * 3600", Legend)) { Nothing = "no priced traffic" },
        new("Cost of a day", PanelKind.Bars, "currencyUSD", "The last 24 hours.", new Query(Filter.Recorded(Recorded.CostDay), Legend))
        {
            Width = 8,
            Nothing = "no priced traffic",
        },
        new(
            "Saved by caches, an hour",
            PanelKind.Lines,
            "currencyUSD",
            "What cached tokens would have cost more; negative while a cache is being filled.",
            new Query($"{Filter.Recorded(Recorded.CacheDiscountRate)} * 3600", Legend)) { Width = 8, Nothing = "no cached tokens" },
        new("Cost of the last hour", PanelKind.Bars, "currencyUSD", "By provider and model.", new Query(Filter.Recorded(Recorded.CostHour), Legend))
        {
            Width = 8,
            Nothing = "no priced traffic",
        },
        new(
            "Unpriced tokens",
            PanelKind.Lines,
            "short",
            "Tokens in five minutes that no price is known for. They are not free: import a price or name an alias.",
            new Query(Filter.Recorded(Recorded.Unpriced), Legend)) { Nothing = "every token has a price", Thresholds = (1, 1_000_000) },
        new(
            "Tokens of other service tiers a second",
            PanelKind.Stack,
            "none",
            "Tokens that a tier other than the provider's default served, or that a long context makes more expensive.",
            new Query($"sum by (provider, model, service_tier) ({Filter.FleetRate(MetricDefinitions.TierTokens)})", Legend + " {{service_tier}}"))
        {
            Nothing = "all in the default tier",
        },
        new(
            "Billed tool uses",
            PanelKind.Stack,
            "reqps",
            "Searches and the like that replies bill apart from tokens.",
            new Query($"sum by (provider, tool) ({Filter.FleetRate(MetricDefinitions.BilledToolUses)})", "{{provider}} {{tool}}"))
            {
                Nothing = "no billed tools",
            },
        new(
            "Usage missing",
            PanelKind.Lines,
            "reqps",
            "Answers that carried no token usage: tokens and cost are too low by them.",
            new Query($"sum by (provider, model) ({Filter.Rate(MetricDefinitions.UsageMissing)})", Legend)),
    ]);
}
