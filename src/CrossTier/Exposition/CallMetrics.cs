using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>The metrics that say which line of code is slow or expensive.</summary>
static class CallMetrics
{
    public static IEnumerable<Metric> Of(IEnumerable<KeyValuePair<(string Call, string Provider, string Model), Totals>> sums)
    {
        var requests = new MetricBuilder(MetricDefinitions.CallRequests);
        var duration = new MetricBuilder(MetricDefinitions.CallDuration);
        var tokens = new MetricBuilder(MetricDefinitions.CallTokens);
        var details = new MetricBuilder(MetricDefinitions.CallTokenDetails);
        foreach (var ((call, provider, model), totals) in sums)
        {
            requests.Add(totals.Success, call, provider, model, MetricLabelValues.Success);
            requests.Add(totals.Failure, call, provider, model, MetricLabelValues.Failure);
            requests.Add(totals.Cancelled, call, provider, model, MetricLabelValues.Cancelled);
            duration.Add(totals.Durations, call, provider, model);
            tokens.Add(totals.InputTokens, call, provider, model, MetricLabelValues.Input);
            tokens.Add(totals.OutputTokens, call, provider, model, MetricLabelValues.Output);
            DetailPoints.Add(details, totals.Rare, static _ => false, call, provider, model);
        }

        return [requests.Build(), duration.Build(), tokens.Build(), details.Build()];
    }
}
