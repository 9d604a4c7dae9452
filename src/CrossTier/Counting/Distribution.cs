using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CrossTier.Counting;

/// <summary>Durations by bucket: how many, and their sum in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
struct Distribution
{
    PerBucket _counts;
    PerBucket _ticks;

    [UnscopedRef]
    public readonly ReadOnlySpan<long> Counts => _counts;

    [UnscopedRef]
    public readonly ReadOnlySpan<long> Ticks => _ticks;

    public void Observe(long ticks)
    {
        var bucket = Buckets.IndexOf(ticks);
        _counts[bucket]++;
        _ticks[bucket] += ticks;
    }

    public void Add(in Distribution other)
    {
        for (var i = 0; i < Buckets.Count; i++)
        {
            _counts[i] += other._counts[i];
            _ticks[i] += other._ticks[i];
        }
    }

    [InlineArray(Buckets.Count)]
    struct PerBucket
    {
        long _first;
    }
}
