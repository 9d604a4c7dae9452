using System.Globalization;
using System.Text;
using Prometheus;

namespace CrossTier.Scrapes;

/// <summary>What a scraper got, read back sample by sample.</summary>
sealed class Scrape
{
    readonly Dictionary<string, double> _samples = [];

    Scrape(string text)
    {
        Text = text;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#')
            {
                var end = line.LastIndexOf(' ');
                _samples.Add(line[..end], double.Parse(line[(end + 1)..], CultureInfo.InvariantCulture));
            }
        }
    }

    public string Text { get; }

    /// <summary>Values by what stands left of them: name and labels as text.</summary>
    public IReadOnlyDictionary<string, double> Samples => _samples;

    public double this[string sample] => _samples.TryGetValue(sample, out var value) ? value : throw new KeyNotFoundException($"No {sample} in:\n{Text}");

    public static async Task<Scrape> Of(CollectorRegistry registry)
    {
        using var text = new MemoryStream();
        await registry.CollectAndExportAsTextAsync(text);
        return new Scrape(Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>The samples whose text holds a label value of one test.</summary>
    public Dictionary<string, double> With(string labelValue) =>
        _samples.Where(sample => sample.Key.Contains($"\"{labelValue}\"", StringComparison.Ordinal)).ToDictionary();
}
