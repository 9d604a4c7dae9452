using CrossTier.Exposition;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Which line of code is dear or slow.</summary>
static class CallRow
{
    const string By = "sum by (job, call) ";

    public static Row Of(RuleOptions options) => new("Calls",
    [
        new("Ten dearest calls", PanelKind.Bars, "currencyUSD", "By the code that made them, over the chosen time.", new Query(
            $"topk(10, {By}(sum_over_time({Recorded.CallCostRate}{{{Filter.Labels}}}[$__range])) * {new Promql(options).Seconds(Promql.Interval)})",
            "{{call}}"))
        { Nothing = "no priced traffic" },
        new("Ten slowest calls", PanelKind.Bars, "s", "Mean latency by the code that made them, over the chosen time.", new Query(
            $"topk(10, {By}(increase({MetricDefinitions.CallDuration.Name}_sum{{{Filter.Labels}}}[$__range])) / "
            + $"({By}(increase({MetricDefinitions.CallDuration.Name}_count{{{Filter.Labels}}}[$__range])) > 0))",
            "{{call}}")),
    ]);
}
