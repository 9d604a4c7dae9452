using System.Collections.Immutable;
using CrossTier.Exposition;

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
            // Status, direction and detail have no value in common.
            var value = (long)point.Value;
            _counts = point.Labels[^1] switch
            {
                "success" => _counts with { Success = value },
                "failure" => _counts with { Failure = value },
                "cancelled" => _counts with { Cancelled = value },
                "input" => _counts with { Input = value },
                "output" => _counts with { Output = value },
                "cached_input" => _counts with { CachedInput = value },
                "cache_write_input" => _counts with { CacheWriteInput = value },
                _ => _counts,
            };
        }
    }

    public SamplePoint Build() => new(_counts, _inFlight, _durations, _firstTokens);
}
