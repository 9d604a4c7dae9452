using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Exposition;

/// <summary>The metrics labelled by provider and model: every label set with all its statuses, directions and errors.</summary>
static class LabelSetMetrics
{
    // In the order of ErrorKind.
    static readonly string[] Errors = ["rate_limited", "timeout", "auth", "bad_request", "content_filter", "unavailable", "network", "other"];

    /// <summary>The <c>error</c> label of a kind.</summary>
    public static string ErrorLabel(ErrorKind kind) => Errors[(int)kind];

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
            requests.Add(totals.Success, provider, model, "success");
            requests.Add(totals.Failure, provider, model, "failure");
            requests.Add(totals.Cancelled, provider, model, "cancelled");
            duration.Add(totals.Durations, provider, model);
            tokens.Add(totals.InputTokens, provider, model, "input");
            tokens.Add(totals.OutputTokens, provider, model, "output");
            inFlight.Add(totals.Started - totals.Ended, provider, model);
            cancelled.Add(Buckets.Seconds(totals.CancelledTicks), provider, model);
            usageMissing.Add(totals.UsageMissing, provider, model);

            var rare = totals.Rare;
            for (var kind = 0; kind < Errors.Length; kind++)
            {
                errors.Add(rare?.Errors[kind] ?? 0, provider, model, Errors[kind]);
            }

            details.Add(rare?.CachedInput ?? 0, provider, model, "cached_input");
            details.Add(rare?.CacheWriteInput ?? 0, provider, model, "cache_write_input");
            details.Add(rare?.ReasoningOutput ?? 0, provider, model, "reasoning_output");
            if (rare is { HasFirstToken: true })
            {
                firstToken.Add(rare.FirstToken, provider, model);
            }

            if (rare is { Retries: > 0 })
            {
                retries.Add(rare.Retries, provider, model);
            }
        }

        return from metric in new[] { requests, duration, tokens, inFlight, firstToken, errors, cancelled, details, usageMissing, retries } select metric.Build();
    }
}
