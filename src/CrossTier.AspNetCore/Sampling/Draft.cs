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
    readonly ImmutableDictionary<PricedItem, long>.Builder _items = ImmutableDictionary.CreateBuilder<PricedItem, long>();
    ImmutableArray<long> _durations = NoDurations;
    ImmutableArray<long> _firstTokens = [];

    /// <summary>The metrics that a point is made of.</summary>
    public static bool Takes(MetricDefinition metric) =>
        metric == MetricDefinitions.Requests || metric == MetricDefinitions.Tokens || metric == MetricDefinitions.TokenDetails
        || metric == MetricDefinitions.TierTokens || metric == MetricDefinitions.BilledToolUses
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
        else if (metric == MetricDefinitions.Requests)
        {
            _counts = WithStatus(_counts, point.Labels[2], (long)point.Value);
        }
        else if (metric == MetricDefinitions.Tokens)
        {
            _counts = WithDirection(_counts, point.Labels[2], (long)point.Value);
        }
        else if (point.Value > 0)
        {
            _items[PricedItems.Of(metric, point)] = (long)point.Value;
        }
    }

    public SamplePoint Build() => new(_counts, _inFlight, _durations, _firstTokens) { Items = _items.ToImmutable() };

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
}
