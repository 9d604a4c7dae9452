using System.Collections.Immutable;

namespace CrossTier.Labels;

/// <summary>The buckets of what streams wait for: upper bounds in seconds that double, inclusive; each equals its decimal literal.</summary>
static class WaitBounds
{
    /// <summary>Of an output token: 0.0005 s x 2^k up to 1.024.</summary>
    public static ImmutableArray<double> OutputToken { get; } = Doubling(0.0005);

    /// <summary>Of the longest wait: 0.05 s x 2^k up to 102.4.</summary>
    public static ImmutableArray<double> Stall { get; } = Doubling(0.05);

    static ImmutableArray<double> Doubling(double first) => [.. Enumerable.Range(0, 12).Select(k => first * (1 << k))];
}
