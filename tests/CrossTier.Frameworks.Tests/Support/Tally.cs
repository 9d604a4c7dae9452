using System.Collections.Immutable;
using CrossTier.Exposition;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>What was measured between two snapshots, over all providers and models.</summary>
sealed record Tally
{
    public long Success { get; init; }

    public long Failure { get; init; }

    public long Cancelled { get; init; }

    public long Input { get; init; }

    public long Output { get; init; }

    public long InFlight { get; init; }

    public long UsageMissing { get; init; }

    public long FirstTokens { get; init; }

    public required ImmutableArray<Metric> Metrics { get; init; }

    public long Requests => Success + Failure + Cancelled;

    public static Tally Now()
    {
        var metrics = AiMetrics.Snapshot();
        return new Tally
        {
            Metrics = metrics,
            Success = Sum(metrics, MetricDefinitions.Requests, "success"),
            Failure = Sum(metrics, MetricDefinitions.Requests, "failure"),
            Cancelled = Sum(metrics, MetricDefinitions.Requests, "cancelled"),
            Input = Sum(metrics, MetricDefinitions.Tokens, "input"),
            Output = Sum(metrics, MetricDefinitions.Tokens, "output"),
            InFlight = Sum(metrics, MetricDefinitions.InFlight) + Sum(metrics, MetricDefinitions.LocalQueueDepth),
            UsageMissing = Sum(metrics, MetricDefinitions.UsageMissing),
            FirstTokens = Points(metrics, MetricDefinitions.FirstToken).Sum(point => point.Histogram!.Count),
        };
    }

    /// <summary>What came since an earlier one; gauges stay as they are.</summary>
    public Tally Since(Tally earlier) => this with
    {
        Success = Success - earlier.Success,
        Failure = Failure - earlier.Failure,
        Cancelled = Cancelled - earlier.Cancelled,
        Input = Input - earlier.Input,
        Output = Output - earlier.Output,
        UsageMissing = UsageMissing - earlier.UsageMissing,
        FirstTokens = FirstTokens - earlier.FirstTokens,
        Metrics =
        [
            .. Metrics.Select(metric => metric with
            {
                Points = [.. metric.Points.Select(point => point with { Value = point.Value - earlier.Value(metric.Definition, point.Labels) })],
            }),
        ],
    };

    /// <summary>The requests by the given labels, the ones that did not change left out: <c>labels joined by a blank</c> and their number.</summary>
    public Dictionary<string, long> RequestsBy(params string[] labels) => By(MetricDefinitions.CallRequests, labels);

    public Dictionary<string, long> By(MetricDefinition definition, params string[] labels) =>
        Points(Metrics, definition)
            .GroupBy(point => string.Join(' ', labels.Select(label => point.Labels[definition.LabelNames.IndexOf(label)])), point => (long)point.Value)
            .Where(group => group.Sum() != 0)
            .ToDictionary(group => group.Key, group => group.Sum());

    double Value(MetricDefinition definition, ImmutableArray<string> labels) =>
        Points(Metrics, definition).FirstOrDefault(point => point.Labels.SequenceEqual(labels))?.Value ?? 0;

    static long Sum(ImmutableArray<Metric> metrics, MetricDefinition definition, string? last = null) =>
        (long)Points(metrics, definition).Where(point => last is null || point.Labels[^1] == last).Sum(point => point.Value);

    static ImmutableArray<MetricPoint> Points(ImmutableArray<Metric> metrics, MetricDefinition definition) =>
        metrics.Single(metric => metric.Definition.Name == definition.Name).Points;
}
