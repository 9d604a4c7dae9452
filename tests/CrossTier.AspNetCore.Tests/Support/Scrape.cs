using System.Globalization;
using System.Text.RegularExpressions;

namespace CrossTier.Pages.Tests.Support;

/// <summary>What prometheus-net serves of the same process.</summary>
sealed partial class Scrape
{
    readonly List<(string Name, string Labels, double Value)> _samples = [];

    Scrape(string text)
    {
        foreach (Match line in Sample().Matches(text))
        {
            _samples.Add((line.Groups[1].Value, line.Groups[2].Value, double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture)));
        }
    }

    public static async Task<Scrape> Of(HttpClient http) => new(await http.GetStringAsync("/metrics"));

    /// <summary>The providers of a tier.</summary>
    public IReadOnlyList<string> Providers(string tier) =>
        [.. With("ai_gateway_provider_info", $"tier=\"{tier}\"").Select(sample => Regex.Match(sample.Labels, "provider=\"([^\"]*)\"").Groups[1].Value)];

    /// <summary>The sum of a metric's samples that have all these labels.</summary>
    public double Sum(string name, params string[] labels) => With(name, labels).Sum(sample => sample.Value);

    /// <summary>The value of one sample; null if there is none.</summary>
    public double? One(string name, params string[] labels) => With(name, labels) is [var sample] ? sample.Value : null;

    /// <summary>Prometheus' <c>histogram_quantile</c>, written down again from its documentation.</summary>
    public double? Quantile(double quantile, string histogram, params string[] labels)
    {
        var buckets = With(histogram + "_bucket", labels)
            .GroupBy(sample => Regex.Match(sample.Labels, "le=\"([^\"]*)\"").Groups[1].Value)
            .Select(group => (
                End: group.Key == "+Inf" ? double.PositiveInfinity : double.Parse(group.Key, CultureInfo.InvariantCulture),
                Count: group.Sum(sample => sample.Value)))
            .OrderBy(bucket => bucket.End).ToList();
        if (buckets.Count == 0 || buckets[^1].Count == 0)
        {
            return null;
        }

        var rank = quantile * buckets[^1].Count;
        var index = buckets.FindIndex(bucket => bucket.Count >= rank);
        if (index == buckets.Count - 1)
        {
            return buckets[^2].End;
        }

        var (start, below) = index == 0 ? (0, 0) : buckets[index - 1];
        return start + ((buckets[index].End - start) * (rank - below) / (buckets[index].Count - below));
    }

    List<(string Name, string Labels, double Value)> With(string name, params string[] labels) =>
        [.. _samples.Where(sample => sample.Name == name && labels.All(sample.Labels.Contains))];

    [GeneratedRegex("""^([a-z_]+)\{(.*)\} (\S+)$""", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
