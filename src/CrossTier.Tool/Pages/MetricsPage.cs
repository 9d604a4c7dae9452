using System.Globalization;
using System.Text;

namespace CrossTier.Tool.Pages;

/// <summary>What a running application exposes, in the text format of Prometheus or OpenMetrics.</summary>
sealed class MetricsPage
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly ILookup<string, MetricSample> _samples;

    MetricsPage(string source, IEnumerable<MetricSample> samples)
    {
        Source = source;
        _samples = samples.ToLookup(sample => sample.Name);
    }

    public string Source { get; }

    public IEnumerable<MetricSample> this[string name] => _samples[name];

    public static bool IsAddress(string input) =>
        Uri.TryCreate(input, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Reads a page from an address or a file.</summary>
    /// <exception cref="InputException">It cannot be had, or is no page of an application with CrossTier.</exception>
    public static async Task<MetricsPage> ReadAsync(string source, CancellationToken cancellation)
    {
        var page = Parse(source, IsAddress(source) ? await FetchAsync(source, cancellation) : await File.ReadAllTextAsync(source, cancellation));
        return page._samples.Any(name => name.Key.StartsWith("ai_gateway_", StringComparison.Ordinal))
            ? page
            : throw new InputException(IsAddress(source)
                ? $"'{source}' has no ai_gateway metric; add CrossTier to what serves it ('Metrics.DefaultRegistry.AddCrossTier()')."
                : $"'{source}' is neither a .NET assembly nor a metrics page; name the .dll that the build wrote, or the address of the page.");
    }

    /// <summary>Reads the lines that are samples; others are comments or not ours to judge.</summary>
    public static MetricsPage Parse(string source, string text) => new(source, text.Split('\n').Select(Sample).OfType<MetricSample>());

    static async Task<string> FetchAsync(string address, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            return await client.GetStringAsync(address, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new InputException(
                $"'{address}' does not answer "
                + $"({(e is TaskCanceledException ? $"nothing within {Patience.TotalSeconds:0} s" : e.Message.TrimEnd('.'))}); start the "
                + "application, or name the address that Prometheus scrapes.");
        }
    }

    static MetricSample? Sample(string line)
    {
        line = line.Trim();
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        Dictionary<string, string> labels = [];
        var at = line.AsSpan().IndexOfAny('{', ' ');
        if (at <= 0)
        {
            return null;
        }

        var name = line[..at];
        if (line[at] == '{' && (at = ReadLabels(line, at + 1, labels)) < 0)
        {
            return null;
        }

        var value = line[at..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new MetricSample(name, labels, number) : null;
    }

    /// <summary>Reads <c>name="value",...}</c> and returns where it ends; -1 if it is cut off.</summary>
    static int ReadLabels(string line, int at, Dictionary<string, string> labels)
    {
        while (at < line.Length && line[at] != '}')
        {
            var equals = line.IndexOf("=\"", at, StringComparison.Ordinal);
            if (equals < 0)
            {
                return -1;
            }

            var name = line[at..equals].Trim(',', ' ');
            var value = new StringBuilder();
            for (at = equals + 2; at < line.Length && line[at] != '"'; at++)
            {
                value.Append(line[at] != '\\' || at + 1 == line.Length ? line[at] : line[++at] == 'n' ? '\n' : line[at]);
            }

            labels[name] = value.ToString();
            at++;
        }

        return at < line.Length ? at + 1 : -1;
    }
}
