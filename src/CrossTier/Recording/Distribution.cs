namespace CrossTier.Recording;

/// <summary>Durations by bucket: how many, and their sum in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
sealed class Distribution
{
    readonly long[] _counts = new long[Buckets.Count];
    readonly long[] _ticks = new long[Buckets.Count];

    public ReadOnlySpan<long> Counts => _counts;

    public ReadOnlySpan<long> Ticks => _ticks;

    public void Observe(long ticks)
    {
        var bucket = Buckets.IndexOf(ticks);
        _counts[bucket]++;
        _ticks[bucket] += ticks;
    }

    public void Add(Distribution other)
    {
        for (var i = 0; i < Buckets.Count; i++)
        {
            _counts[i] += other._counts[i];
            _ticks[i] += other._ticks[i];
        }
    }
}
