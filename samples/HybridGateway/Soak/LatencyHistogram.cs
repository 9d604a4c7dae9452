namespace CrossTier.Samples.HybridGateway.Soak;

/// <summary>Any number of durations in a fixed amount of memory, each to a hundredth of its value.</summary>
sealed class LatencyHistogram
{
    const double Lowest = 1e-5;
    const double Step = 1.01;

    readonly long[] _counts = new long[2000]; // Up to 1e-5 x 1.01^2000, about an hour.

    public long Count => _counts.Sum();

    public void Add(double seconds) =>
        Interlocked.Increment(ref _counts[Math.Clamp((int)(Math.Log(seconds / Lowest) / Math.Log(Step)), 0, _counts.Length - 1)]);

    /// <summary>In milliseconds.</summary>
    public double Quantile(double share)
    {
        var (rank, below, index) = (share * Count, 0L, 0);
        while (index < _counts.Length - 1 && below + _counts[index] < rank)
        {
            below += _counts[index++];
        }

        return 1000 * Lowest * Math.Pow(Step, index);
    }
}
