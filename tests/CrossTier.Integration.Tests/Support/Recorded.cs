using CrossTier.Exposition;

namespace CrossTier.Integration.Tests.Support;

/// <summary>What the process has recorded for one provider and model, summed over calls and instances.</summary>
public sealed record Recorded(
    long Success,
    long Failure,
    long Cancelled,
    long Input,
    long Output,
    long InFlight,
    long Durations,
    long FirstTokens,
    long UsageMissing)
{
    public static Recorded Of(string provider, string model)
    {
        var metrics = AiMetrics.Snapshot();
        long Value(MetricDefinition definition, params string[] rest) => (long)Points(definition, rest).Sum(point => point.Value);
        long Count(MetricDefinition definition) => Points(definition).Sum(point => point.Histogram!.Count);
        IEnumerable<MetricPoint> Points(MetricDefinition definition, params string[] rest) =>
            metrics.Single(metric => metric.Definition == definition).Points.Where(point => point.Labels.SequenceEqual([provider, model, .. rest]));

        return new Recorded(
            Value(MetricDefinitions.Requests, "success"),
            Value(MetricDefinitions.Requests, "failure"),
            Value(MetricDefinitions.Requests, "cancelled"),
            Value(MetricDefinitions.Tokens, "input"),
            Value(MetricDefinitions.Tokens, "output"),
            Value(MetricDefinitions.InFlight),
            Count(MetricDefinitions.Duration),
            Count(MetricDefinitions.FirstToken),
            Value(MetricDefinitions.UsageMissing));
    }

    /// <summary>The values of <c>call</c> under which a label set was counted.</summary>
    public static string[] CallsOf(string provider, string model) =>
    [
        .. AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.CallDuration).Points
            .Where(point => point.Labels[1] == provider && point.Labels[2] == model && point.Histogram!.Count > 0)
            .Select(point => point.Labels[0]),
    ];

    public long Requests => Success + Failure + Cancelled;

    /// <summary>The provider's tier; null where it is not known.</summary>
    public static string? TierOf(string provider) => AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.ProviderInfo).Points
        .SingleOrDefault(point => point.Labels[0] == provider)?.Labels[1];

    /// <summary>The kinds of errors with their counts, those at 0 left out.</summary>
    public static string Errors(string provider, string model) => string.Join(
        ", ",
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.Errors).Points
            .Where(point => point.Labels[0] == provider && point.Labels[1] == model && point.Value > 0)
            .Select(point => $"{point.Labels[2]} {point.Value}"));

    /// <summary>Tokens of a kind: <c>cached_input</c>, <c>cache_write_input</c> or <c>reasoning_output</c>.</summary>
    public static double Details(string provider, string model, string detail) =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.TokenDetails).Points
            .Where(point => point.Labels.SequenceEqual([provider, model, detail])).Sum(point => point.Value);

    /// <summary>What is left of a rate limit, <c>requests</c> or <c>tokens</c>; null if it is not published.</summary>
    public static double? Remaining(string provider, string model, string kind) =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.RateLimitRemaining).Points
            .Where(point => point.Labels.SequenceEqual([provider, model, kind])).Select(point => (double?)point.Value).SingleOrDefault();

    /// <summary>The depth of a local queue; null if it is not published.</summary>
    public static double? QueueDepth(string model, string instance) =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.LocalQueueDepth).Points
            .Where(point => point.Labels.SequenceEqual([model, instance])).Select(point => (double?)point.Value).SingleOrDefault();
}
