using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Publishing;

/// <summary>
/// One time series of a histogram. What is new in a bucket is observed as so many durations of their mean, so that buckets and count are
/// exact. The last bucket that changed takes what the sum lacks of the true one, so that rounding never adds up.
/// </summary>
sealed class PublishedHistogram(Histogram.Child histogram)
{
    readonly long[] _counts = new long[HistogramValue.Bounds.Length + 1];
    readonly double[] _sums = new double[HistogramValue.Bounds.Length + 1];

    public void Publish(MetricPoint point)
    {
        var value = point.Histogram!;
        var last = _counts.Length - 1;
        while (last >= 0 && value.Counts[last] == _counts[last])
        {
            last--;
        }

        for (var bucket = 0; bucket <= last; bucket++)
        {
            var count = value.Counts[bucket] - _counts[bucket];
            if (count > 0)
            {
                var seconds = bucket == last ? value.Sum - histogram.Sum : value.SumOf(bucket) - _sums[bucket];
                histogram.Observe(Math.Clamp(seconds / count, LowestOf(bucket), HighestOf(bucket)), count);
                _counts[bucket] = value.Counts[bucket];
                _sums[bucket] = value.SumOf(bucket);
            }
        }

        histogram.Publish();
    }

    static double LowestOf(int bucket) => bucket == 0 ? 0 : Math.BitIncrement(HistogramValue.Bounds[bucket - 1]);

    static double HighestOf(int bucket) => bucket < HistogramValue.Bounds.Length ? HistogramValue.Bounds[bucket] : double.MaxValue;
}
