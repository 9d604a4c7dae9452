using CrossTier.Exposition;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Which line of code is dear or slow.</summary>
static class CallRow
{
    const string By = "sum by (job, call) ";

    public static Row Of() => new("Calls",
    [
        new("Ten dearest calls", PanelKind.Bars, "currencyUSD", "By the code that made them, over the chosen time.", new Query(
            $"topk(10, {By}(increase({MetricDefinitions.CallTokens.Name}{{{Filter.Labels}}}[$__range]) * on (job, provider, model, "
            + $"direction) group_left () max by (job, provider, model, direction) ({MetricDefinitions.TokenPrice.Name}{{{Filter.Labels}}})))",
            "{{call}}"))
        { Nothing = "no priced traffic" },
        new("Ten slowest calls", PanelKind.Bars, "s", "Mean latency by the code that made them, over the chosen time.", new Query(
            $"topk(10, {By}(increase({MetricDefinitions.CallDuration.Name}_sum{{{Filter.Labels}}}[$__range])) / "
            + $"({By}(increase({MetricDefinitions.CallDuration.Name}_count{{{Filter.Labels}}}[$__range])) > 0))",
            "{{call}}")),
    ]);
}
