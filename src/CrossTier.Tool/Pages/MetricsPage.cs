using System.Globalization;
using System.Text;
using CrossTier.Tool.Http;

namespace CrossTier.Tool.Pages;

/// <summary>What a running application exposes, in the text format of Prometheus or OpenMetrics.</summary>
sealed class MetricsPage
{
    /// <summary>How long a page may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly ILookup<string, MetricSample> _samples;

    MetricsPage(string source, IEnumerable<MetricSample> samples)
    {
        Source = source;
        _samples = samples.ToLookup(sample => sample.Name);
    }

    public string Source { get; }

    public IEnumerable<MetricSample> this[string name] => _samples[name];

    /// <summary>Reads a page from an address.</summary>
    /// <exception cref="InputException">It cannot be had, or is no page of an application with CrossTier.</exception>
    public static async Task<MetricsPage> FetchAsync(string address, TimeSpan patience, CancellationToken cancellation)
    {
        var shown = WebAddress.Mask(address);
        return Of(shown, await ReadAsync(address, shown, patience, cancellation))
            ?? throw new InputException(
                $"'{shown}' has no ai_gateway metric; add CrossTier to what serves it ('Metrics.DefaultRegistry.AddCrossTier()').");
    }

    /// <summary>The page that a text is; null if it is no page of an application with CrossTier.</summary>
    public static MetricsPage? Of(string source, string text) =>
        Parse(source, text) is var page && page._samples.Any(name => name.Key.StartsWith("ai_gateway_", StringComparison.Ordinal)) ? page : null;

    /// <summary>Reads the lines that are samples; others are comments or not ours to judge.</summary>
    public static MetricsPage Parse(string source, string text) => new(source, text.Split('\n').Select(Sample).OfType<MetricSample>());

    static async Task<string> ReadAsync(string address, string shown, TimeSpan patience, CancellationToken cancellation)
    {
        const string advice = "start the application, or name the address that Prometheus scrapes.";
        try
        {
            using var http = new HttpReader(patience);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var reply = await http.SendAsync(request, cancellation);
            return reply.IsSuccess
                ? Encoding.UTF8.GetString(reply.Utf8.Span)
                : throw new InputException($"'{shown}' answers {reply.StatusText} instead of metrics; {advice}");
        }
        catch (IOException e)
        {
            throw new InputException($"'{shown}' does not answer ({e.Message}); {advice}");
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
