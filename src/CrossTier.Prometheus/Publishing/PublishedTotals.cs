using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>
/// One time series that has a sum and a count alone. prometheus-net's summary cannot be given sums; its histogram with the infinite
/// bucket alone writes the same <c>_sum</c> and <c>_count</c>.
/// </summary>
sealed class PublishedTotals(Histogram.Child histogram)
{
    public static double[] Bounds { get; } = [double.PositiveInfinity];

    public void Publish(MetricPoint point)
    {
        var value = point.Histogram!;
        var count = value.Count - histogram.Count;
        if (count > 0)
        {
            histogram.Observe((value.Sum - histogram.Sum) / count, count);
        }

        histogram.Publish();
    }
}
