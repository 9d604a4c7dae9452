using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>The error budget, in the four usual windows: each asks a long window for weight and a short one for "still". And tokens and money.</summary>
static class BudgetAlerts
{
    const int EnoughRequests = 50;

    const double BurnedShare = 0.25;
    const int BurnDays = 7;
    const int BurnFactor = 5;
    const int BurnDollars = 5;

    static readonly (string Long, string Short, TimeSpan Window, double Factor, Severity Severity, TimeSpan For)[] Burns =
    [
        ("1h", "5m", FromHours(1), 14.4, Severity.Critical, FromMinutes(2)),
        ("6h", "30m", FromHours(6), 6, Severity.Critical, FromMinutes(15)),
        ("1d", "2h", FromDays(1), 3, Severity.Warning, FromHours(1)),
        ("3d", "6h", FromDays(3), 1, Severity.Warning, FromHours(3)),
    ];

    public static IEnumerable<AlertRule> Of(Promql q)
    {
        var budget = 1 - (q.Options.Slo / 100);
        foreach (var burn in Burns)
        {
            var most = Promql.Number(burn.Factor * budget);
            yield return new("AiErrorBudgetBurn", burn.Severity, burn.For, $"""
                {Recorded.ErrorRatioOver(burn.Long)} > {most}
                  and {Recorded.ErrorRatioOver(burn.Short)} > {most}
                  and sum_over_time({Recorded.JudgedRate}[{q.SumWindow(burn.Window)}]) * {q.Seconds(Promql.Interval)} >= {EnoughRequests}
                """,
                "{{ $labels.provider }} burns the error budget of {{ $labels.job }}",
                $"{{{{ $value | humanizePercentage }}}} of the requests to {{{{ $labels.provider }}}} failed over {burn.Long}, "
                + $"{Promql.Number(burn.Factor)} times what an objective of {Promql.Number(q.Options.Slo)} % allows.")
            {
                Labels = new Dictionary<string, string> { ["window"] = burn.Long },
            };
        }

        if (q.Options.TokensPerDay is { } tokens)
        {
            yield return new("AiTokenBudget", Severity.Warning, FromMinutes(5), $"{Recorded.TokensDay} > {Promql.Number(tokens)}",
                "{{ $labels.job }} is over its token budget",
                $"{{{{ $labels.job }}}} used {{{{ $value | humanize }}}} tokens in a day; the budget is {Promql.Number(tokens)}.");
        }

        if (q.Options.UsdPerDay is { } dollars)
        {
            yield return new("AiCostBudget", Severity.Warning, FromMinutes(5), $"sum by (job) ({Recorded.CostDay}) > {Promql.Number(dollars)}",
                "{{ $labels.job }} is over its cost budget",
                $"{{{{ $labels.job }}}} spent {{{{ $value | humanize }}}} US dollars in a day; the budget is {Promql.Number(dollars)}. "
                + "Tokens without a price are not in it.");
        }

        yield return CostBurn(q);
    }

    /// <summary>A loop that spends a day's money in an hour: against the budget, else against the same hour of the days before.</summary>
    static AlertRule CostBurn(Promql q)
    {
        var hour = $"sum by (job) ({Recorded.CostHour})";
        if (q.Options.UsdPerDay is { } dollars)
        {
            return new("AiCostBurn", Severity.Critical, FromMinutes(2), $"{hour} > {Promql.Number(dollars * BurnedShare)}",
                "{{ $labels.job }} spends its daily budget within hours",
                "{{ $labels.job }} spent {{ $value | humanize }} US dollars in the last hour, over a quarter of the "
                + $"{Promql.Number(dollars)} that it may spend in a day.");
        }

        // A day that has no such hour yet is left out of the median.
        var days = Enumerable.Range(1, BurnDays).Select(day =>
            $"label_replace(sum by (job) ({Recorded.CostHour} offset {q.Window(FromDays(day))}), \"day\", \"{day}\", \"\", \"\")");
        return new("AiCostBurn", Severity.Warning, FromMinutes(2), $"""
            {hour} > {BurnDollars}
              and on (job) {hour} > on (job) {BurnFactor} * quantile by (job) (0.5,
                {string.Join("\n    or ", days)}
              )
            """,
            "{{ $labels.job }} spends far more than at this hour of other days",
            "{{ $labels.job }} spent {{ $value | humanize }} US dollars in the last hour, "
            + $"over {BurnFactor} times what it usually spends in this hour.");
    }
}
