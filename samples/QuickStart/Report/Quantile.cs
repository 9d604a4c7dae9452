using CrossTier.Exposition;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>A quantile of durations as Prometheus' <c>histogram_quantile</c> tells it: along a line within the bucket that holds it.</summary>
static class Quantile
{
    /// <summary>Seconds; null if nothing was measured.</summary>
    public static double? Of(HistogramValue? durations, double share)
    {
        if (durations is not { Count: > 0 })
        {
            return null;
        }

        var rank = share * durations.Count;
        var (bucket, below) = (0, 0L);
        while (below + durations.Counts[bucket] < rank)
        {
            below += durations.Counts[bucket++];
        }

        var bounds = HistogramValue.Bounds;
        if (bucket == bounds.Length)
        {
            return bounds[^1]; // Above the last bound nothing is known.
        }

        var lowest = bucket == 0 ? 0 : bounds[bucket - 1];
        return lowest + (bounds[bucket] - lowest) * (rank - below) / durations.Counts[bucket];
    }
}
