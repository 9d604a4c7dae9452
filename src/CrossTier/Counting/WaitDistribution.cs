using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;

namespace CrossTier.Counting;

/// <summary>Waits by bucket: how many, and their sum in <see cref="Stopwatch"/> ticks. Bounds double, from the first one on.</summary>
/// <param name="bounds">The upper bounds in seconds, inclusive. A last bucket has none.</param>
sealed class WaitDistribution(ImmutableArray<double> bounds)
{
    readonly long[] _counts = new long[bounds.Length + 1];
    readonly long[] _ticks = new long[bounds.Length + 1];
    readonly long _first = (long)Math.Round(bounds[0] * Stopwatch.Frequency);

    public ReadOnlySpan<long> Counts => _counts;

    public ReadOnlySpan<long> Ticks => _ticks;

    public void Observe(long ticks)
    {
        var bucket = ticks <= _first ? 0 : Math.Min(_counts.Length - 1, 64 - BitOperations.LeadingZeroCount((ulong)((ticks - 1) / _first)));
        _counts[bucket]++;
        _ticks[bucket] += ticks;
    }

    public void Add(WaitDistribution other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
            _ticks[i] += other._ticks[i];
        }
    }
}
