using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Exposition;

/// <summary>The metrics labelled by provider and model: every label set with all its statuses, directions and errors.</summary>
static class LabelSetMetrics
{
    public static IEnumerable<Metric> Of(IEnumerable<KeyValuePair<LabelSet, Totals>> sums)
    {
        var requests = new MetricBuilder(MetricDefinitions.Requests);
        var duration = new MetricBuilder(MetricDefinitions.Duration);
        var tokens = new MetricBuilder(MetricDefinitions.Tokens);
        var inFlight = new MetricBuilder(MetricDefinitions.InFlight);
        var firstToken = new MetricBuilder(MetricDefinitions.FirstToken);
        var errors = new MetricBuilder(MetricDefinitions.Errors);
        var cancelled = new MetricBuilder(MetricDefinitions.CancelledTime);
        var details = new MetricBuilder(MetricDefinitions.TokenDetails);
        var usageMissing = new MetricBuilder(MetricDefinitions.UsageMissing);
        var retries = new MetricBuilder(MetricDefinitions.Retries);

        foreach (var ((provider, model), totals) in sums)
        {
            requests.Add(totals.Success, provider, model, MetricLabelValues.Success);
            requests.Add(totals.Failure, provider, model, MetricLabelValues.Failure);
            requests.Add(totals.Cancelled, provider, model, MetricLabelValues.Cancelled);
            duration.Add(totals.Durations, provider, model);
            tokens.Add(totals.InputTokens, provider, model, MetricLabelValues.Input);
            tokens.Add(totals.OutputTokens, provider, model, MetricLabelValues.Output);
            inFlight.Add(totals.Started - totals.Ended, provider, model);
            cancelled.Add(Buckets.Seconds(totals.CancelledTicks), provider, model);
            usageMissing.Add(totals.UsageMissing, provider, model);

            var rare = totals.Rare;
            for (var kind = 0; kind < ErrorKinds.Count; kind++)
            {
                errors.Add(rare?.Errors[kind] ?? 0, provider, model, ErrorKinds.LabelOf((ErrorKind)kind));
            }

            details.Add(rare?.CachedInput ?? 0, provider, model, MetricLabelValues.CachedInput);
            details.Add(rare?.CacheWriteInput ?? 0, provider, model, MetricLabelValues.CacheWriteInput);
            details.Add(rare?.ReasoningOutput ?? 0, provider, model, MetricLabelValues.ReasoningOutput);
            if (rare is { HasFirstToken: true })
            {
                firstToken.Add(rare.FirstToken, provider, model);
            }

            if (rare is { Retries: > 0 })
            {
                retries.Add(rare.Retries, provider, model);
            }
        }

        MetricBuilder[] builders = [requests, duration, tokens, inFlight, firstToken, errors, cancelled, details, usageMissing, retries];
        return builders.Select(metric => metric.Build());
    }
}
