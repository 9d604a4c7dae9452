using System.Globalization;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>Prometheus' <c>histogram_quantile</c>, from the cumulative buckets of a page.</summary>
static class Quantiles
{
    public static double Of(PrometheusText page, string histogram, string[] labels, double share)
    {
        var buckets = page.Samples
            .Where(sample => sample.Name == histogram + "_bucket" && labels.All(label => sample.Labels[label.Split('=')[0]] == label.Split('=')[1]))
            .Select(sample => (Bound: sample.Labels["le"] == "+Inf"
                ? double.PositiveInfinity
                : double.Parse(sample.Labels["le"], CultureInfo.InvariantCulture), sample.Value))
            .OrderBy(bucket => bucket.Bound)
            .ToList();
        var rank = share * buckets[^1].Value;
        var index = buckets.FindIndex(bucket => bucket.Value >= rank);
        var (lowest, below) = index == 0 ? (0, 0) : buckets[index - 1];
        return lowest + (buckets[index].Bound - lowest) * (rank - below) / (buckets[index].Value - below);
    }
}
