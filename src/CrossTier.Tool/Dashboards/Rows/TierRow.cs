using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Local against cloud at a glance.</summary>
static class TierRow
{
    public static Row Of(RuleOptions options) => new("Tiers",
    [
        Stat("Requests", "reqps", "Requests a second, cancelled ones left out.", $"sum by (tier) ({Filter.RecordedTier(Recorded.TierRequestsRate)})"),
        Stat(
            "Error rate",
            "percentunit",
            "Failures that are not the caller's own, of all requests that ended by themselves.",
            $"max by (tier) ({Filter.RecordedTier(Recorded.TierErrorRatio)})") with
        {
            Thresholds = (options.ErrorRate / 200, options.ErrorRate / 100),
        },
        Stat(
            "p95 latency",
            "s",
            "Where there are at least twenty requests in ten minutes.",
            $"max by (tier) ({Filter.RecordedTier(Recorded.TierDurationP95)})"),
        Stat(
            "Cost an hour",
            "currencyUSD",
            "Tokens times list price. Unpriced tokens are not in it: see their panel.",
            $"sum by (tier) ({Filter.RecordedTier(Recorded.TierCostRate)}) * 3600") with { Nothing = "no priced traffic" },
        Stat(
            "Cost of a million tokens",
            "currencyUSD",
            "What the last hour's mix cost.",
            $"avg by (tier) ({Filter.RecordedTier(Recorded.TierCostPerMillion)})") with { Nothing = "no priced traffic" },
        new(
            "Error budget left",
            PanelKind.Stat,
            "percentunit",
            FormattableString.Invariant($"What is left of the failures that {options.Slo} % allows in 30 days."),
            new Query($"min by (provider) ({Filter.Recorded(Recorded.BudgetLeft, "job=~\"$job\",provider=~\"$provider\"")})", "{{provider}}"))
        { Width = 4, Thresholds = (0.5, 0.1), Max = 1 },
        new(
            "Requests by tier",
            PanelKind.Stack,
            "reqps",
            "Where the work goes.",
            new Query($"sum by (tier) ({Filter.RecordedTier(Recorded.TierRequestsRate)})", "{{tier}}")),
        new(
            "Mean latency by tier",
            PanelKind.Lines,
            "s",
            "Means are exact; percentiles fall between bounds.",
            new Query($"avg by (job, tier) ({Filter.RecordedTier(Recorded.TierDurationMean)})", "{{job}} {{tier}}")),
    ]);

    static Panel Stat(string title, string unit, string description, string expr) =>
        new(title, PanelKind.Stat, unit, description, new Query(expr, "{{tier}}")) { Width = 4 };
}
