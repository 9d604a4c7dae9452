using System.Collections.Immutable;

namespace CrossTier.Exposition;

/// <summary>Durations by bucket: there are none on this framework.</summary>
public sealed class HistogramValue
{
    HistogramValue()
    {
    }

    /// <summary>The upper bounds of the finite buckets: none.</summary>
    public static ImmutableArray<double> Bounds => [];

    /// <summary>How many durations fell into each bucket: none.</summary>
    public ImmutableArray<long> Counts => [];

    /// <summary>How many durations there are: none.</summary>
    public long Count => 0;

    /// <summary>The sum of all durations in seconds: 0.</summary>
    public double Sum => 0;

    /// <summary>The sum of a bucket's durations in seconds: 0.</summary>
    /// <param name="bucket">The bucket's index.</param>
    public double SumOf(int bucket) => 0;
}
