using System.Diagnostics;
using System.Numerics;

namespace CrossTier.Counting;

/// <summary>The buckets of both histograms: 0.01 s x 2^k up to 655.36 s, then infinity.</summary>
static class Buckets
{
    /// <summary>Finite bounds and infinity.</summary>
    public const int Count = 18;

    static readonly long FirstBound = Stopwatch.Frequency / 100;

    /// <summary>The upper bounds in seconds, inclusive; each equals its decimal literal. The last bucket has none.</summary>
    public static double[] Bounds { get; } = [.. Enumerable.Range(0, Count - 1).Select(k => 0.01 * (1 << k))];

    /// <summary>The bucket of a duration in <see cref="Stopwatch"/> ticks.</summary>
    public static int IndexOf(long ticks) =>
        ticks <= FirstBound ? 0 : Math.Min(Count - 1, 64 - BitOperations.LeadingZeroCount((ulong)((ticks - 1) / FirstBound)));

    /// <summary>Seconds of a number of <see cref="Stopwatch"/> ticks.</summary>
    public static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
}
