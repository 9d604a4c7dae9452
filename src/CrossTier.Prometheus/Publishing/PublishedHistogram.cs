using System.Collections.Immutable;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>
/// One time series of a histogram. What is new in a bucket is observed as so many durations of their mean, so that buckets and count are
/// exact. The last bucket that changed takes what the sum lacks of the true one, so that rounding never adds up.
/// </summary>
/// <param name="histogram">The time series in prometheus-net.</param>
/// <param name="bounds">The bounds of its buckets.</param>
/// <param name="sampledOf">The last sampled request of a bucket; null where exemplars are not asked for.</param>
sealed class PublishedHistogram(Histogram.Child histogram, ImmutableArray<double> bounds, Func<MetricPoint, SampledRequest?[]?>? sampledOf = null)
{
    readonly long[] _counts = new long[bounds.Length + 1];
    readonly double[] _sums = new double[bounds.Length + 1];
    readonly SampledRequest?[] _sampled = new SampledRequest?[bounds.Length + 1];

    public void Publish(MetricPoint point)
    {
        var value = point.Histogram!;
        var sampled = sampledOf?.Invoke(point);
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
                Observe(bucket, count, seconds, sampled is null ? null : Volatile.Read(ref sampled[bucket]));
                _counts[bucket] = value.Counts[bucket];
                _sums[bucket] = value.SumOf(bucket);
            }
        }

        histogram.Publish();
    }

    void Observe(int bucket, long count, double seconds, SampledRequest? sampled)
    {
        if (sampled is not null && sampled != _sampled[bucket])
        {
            _sampled[bucket] = sampled;
            // It may have ended after the snapshot was taken: then its time is not part of these seconds, and the mean stands for it.
            var others = (seconds - sampled.Seconds) / (count - 1);
            var one = count > 1 && others == Within(bucket, others) ? sampled.Seconds : Within(bucket, seconds / count);
            histogram.Observe(one, sampled.ToExemplar());
            (count, seconds) = (count - 1, seconds - one);
        }

        if (count > 0)
        {
            histogram.Observe(Within(bucket, seconds / count), count);
        }
    }

    double Within(int bucket, double seconds) => Math.Clamp(seconds, LowestOf(bucket), HighestOf(bucket));

    double LowestOf(int bucket) => bucket == 0 ? 0 : Math.BitIncrement(bounds[bucket - 1]);

    double HighestOf(int bucket) => bucket < bounds.Length ? bounds[bucket] : double.MaxValue;
}
