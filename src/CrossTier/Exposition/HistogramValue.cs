using System.Collections.Immutable;
using CrossTier.Counting;

namespace CrossTier.Exposition;

/// <summary>Durations by bucket. Counts are exact; sums are exact to the clock's tick.</summary>
public sealed class HistogramValue
{
    readonly ImmutableArray<long> _ticks;

    internal HistogramValue(ReadOnlySpan<long> counts, ReadOnlySpan<long> ticks)
    {
        Counts = [.. counts];
        _ticks = [.. ticks];
    }

    /// <summary>
    /// The upper bounds of the finite buckets in seconds, inclusive, where a metric has no others: 0.01 x 2^k up to 655.36. A last bucket has no bound.
    /// </summary>
    public static ImmutableArray<double> Bounds { get; } = [.. Buckets.Bounds];

    /// <summary>How many durations fell into each bucket, not cumulated; one more than <see cref="MetricDefinition.Bounds"/>.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>How many durations there are.</summary>
    public long Count => Counts.Sum();

    /// <summary>The sum of all durations in seconds.</summary>
    public double Sum => Buckets.Seconds(_ticks.Sum());

    /// <summary>The sum of a bucket's durations in seconds.</summary>
    /// <param name="bucket">The bucket's index.</param>
    public double SumOf(int bucket) => Buckets.Seconds(_ticks[bucket]);
}
