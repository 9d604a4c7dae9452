using CrossTier.Exposition;

namespace CrossTier.AspNetCore.Figures;

/// <summary>
/// Quantiles of durations by bucket, as Prometheus' <c>histogram_quantile</c> has them: linear within a bucket, which begins at the bound below it
/// (the first at 0); a quantile in the last bucket, which has no end, is the highest bound.
/// </summary>
static class Quantile
{
    /// <param name="quantile">Between 0 and 1.</param>
    /// <param name="counts">How many durations fell into each bucket.</param>
    /// <returns>Seconds; null without durations.</returns>
    public static double? Of(double quantile, ReadOnlySpan<long> counts)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total == 0)
        {
            return null;
        }

        var bounds = HistogramValue.Bounds;
        var (rank, below) = (quantile * total, 0L);
        for (var bucket = 0; bucket < bounds.Length; bucket++)
        {
            if (counts[bucket] > 0 && below + counts[bucket] >= rank)
            {
                var start = bucket == 0 ? 0 : bounds[bucket - 1];
                return start + ((bounds[bucket] - start) * (rank - below) / counts[bucket]);
            }

            below += counts[bucket];
        }

        return bounds[^1];
    }
}
