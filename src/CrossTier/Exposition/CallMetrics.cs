using CrossTier.Counting;

namespace CrossTier.Exposition;

/// <summary>The metrics that say which line of code is slow or dear.</summary>
static class CallMetrics
{
    public static IEnumerable<Metric> Of(IEnumerable<KeyValuePair<(string Call, string Provider, string Model), Totals>> sums)
    {
        var requests = new MetricBuilder(MetricDefinitions.CallRequests);
        var duration = new MetricBuilder(MetricDefinitions.CallDuration);
        var tokens = new MetricBuilder(MetricDefinitions.CallTokens);
        foreach (var ((call, provider, model), totals) in sums)
        {
            requests.Add(totals.Success, call, provider, model, "success");
            requests.Add(totals.Failure, call, provider, model, "failure");
            requests.Add(totals.Cancelled, call, provider, model, "cancelled");
            duration.Add(totals.Durations, call, provider, model);
            tokens.Add(totals.InputTokens, call, provider, model, "input");
            tokens.Add(totals.OutputTokens, call, provider, model, "output");
        }

        return [requests.Build(), duration.Build(), tokens.Build()];
    }
}
