using System.Collections.Immutable;
using CrossTier.Exposition;
using CrossTier.Labels;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>A point in the making: what the metrics of a snapshot say of one label set.</summary>
sealed class Draft
{
    static readonly ImmutableArray<long> NoDurations = [.. new long[HistogramValue.Bounds.Length + 1]];

    Counts _counts;
    long _inFlight;
    ImmutableArray<long> _durations = NoDurations;
    ImmutableArray<long> _firstTokens = [];

    /// <summary>The metrics that a point is made of.</summary>
    public static bool Takes(MetricDefinition metric) =>
        metric == MetricDefinitions.Requests || metric == MetricDefinitions.Tokens || metric == MetricDefinitions.TokenDetails
        || metric == MetricDefinitions.InFlight || metric == MetricDefinitions.Duration || metric == MetricDefinitions.FirstToken;

    public void Take(MetricDefinition metric, MetricPoint point)
    {
        if (metric == MetricDefinitions.Duration)
        {
            _durations = point.Histogram!.Counts;
        }
        else if (metric == MetricDefinitions.FirstToken)
        {
            _firstTokens = point.Histogram!.Counts;
        }
        else if (metric == MetricDefinitions.InFlight)
        {
            _inFlight = (long)point.Value;
        }
        else
        {
            _counts = With(_counts, metric, point.Labels[^1], (long)point.Value);
        }
    }

    public SamplePoint Build() => new(_counts, _inFlight, _durations, _firstTokens);

    static Counts With(Counts counts, MetricDefinition metric, string label, long value) =>
        metric == MetricDefinitions.Requests ? WithStatus(counts, label, value)
        : metric == MetricDefinitions.Tokens ? WithDirection(counts, label, value)
        : WithDetail(counts, label, value);

    static Counts WithStatus(Counts counts, string status, long value) => status switch
    {
        MetricLabelValues.Success => counts with { Success = value },
        MetricLabelValues.Failure => counts with { Failure = value },
        MetricLabelValues.Cancelled => counts with { Cancelled = value },
        _ => counts,
    };

    static Counts WithDirection(Counts counts, string direction, long value) => direction switch
    {
        MetricLabelValues.Input => counts with { Input = value },
        MetricLabelValues.Output => counts with { Output = value },
        _ => counts,
    };

    static Counts WithDetail(Counts counts, string detail, long value) => detail switch
    {
        MetricLabelValues.CachedInput => counts with { CachedInput = value },
        MetricLabelValues.CacheWriteInput => counts with { CacheWriteInput = value },
        _ => counts,
    };
}
