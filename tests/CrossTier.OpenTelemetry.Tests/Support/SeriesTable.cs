using System.Globalization;
using System.Text.RegularExpressions;
using CrossTier.OpenTelemetry.Tests.Support.Otlp;

namespace CrossTier.OpenTelemetry.Tests.Support;

/// <summary>Time series by name and sorted labels, written as in a text exposition, wherever they come from.</summary>
sealed partial class SeriesTable : Dictionary<string, double>
{
    SeriesTable(IEnumerable<KeyValuePair<string, double>> series)
        : base(series)
    {
    }

    /// <summary>Those of CrossTier in a text exposition.</summary>
    public static SeriesTable OfText(string exposition) => new(
        from line in exposition.Split('\n')
        let match = Sample().Match(line)
        where match.Success
        select KeyValuePair.Create(
            Key(
                match.Groups["name"].Value,
                from Match label in Label().Matches(match.Groups["labels"].Value) select (label.Groups["name"].Value, label.Groups["value"].Value)),
            double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)));

    /// <summary>Those of an OTLP request; a histogram gives what it would in Prometheus.</summary>
    public static SeriesTable OfOtlp(IEnumerable<Metric> metrics) => new(metrics.SelectMany(SeriesOf));

    public SeriesTable Where(Func<string, bool> isWanted) => new(this.AsEnumerable().Where(series => isWanted(series.Key)));

    /// <summary>The sum of all series of a metric with these labels, 0 if there is none.</summary>
    public double Sum(string name, params (string Name, string Value)[] labels) =>
        this.AsEnumerable()
            .Where(series => series.Key.StartsWith(name + "{", StringComparison.Ordinal) && labels.All(label => series.Key.Contains(Text(label))))
            .Sum(series => series.Value);

    static IEnumerable<KeyValuePair<string, double>> SeriesOf(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.Points.Select(point => Number(metric.Name, point)),
        Metric.DataOneofCase.Sum => metric.Sum.Points.Select(point => Number(metric.Name, point)),
        _ => metric.Histogram.Points.SelectMany(point => Histogram(metric.Name, point)),
    };

    static KeyValuePair<string, double> Number(string name, NumberPoint point) =>
        KeyValuePair.Create(Key(name, LabelsOf(point.Attributes)), point.ValueCase == NumberPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble);

    static IEnumerable<KeyValuePair<string, double>> Histogram(string name, HistogramPoint point)
    {
        var labels = LabelsOf(point.Attributes).ToList();
        var count = 0ul;
        for (var i = 0; i < point.BucketCounts.Count; i++)
        {
            count += point.BucketCounts[i];
            var bound = i < point.Bounds.Count ? point.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            yield return KeyValuePair.Create(Key(name + "_bucket", labels.Append(("le", bound))), (double)count);
        }

        yield return KeyValuePair.Create(Key(name + "_sum", labels), point.Sum);
        yield return KeyValuePair.Create(Key(name + "_count", labels), (double)point.Count);
    }

    static IEnumerable<(string Name, string Value)> LabelsOf(IEnumerable<Otlp.Attribute> attributes) =>
        attributes.Select(attribute => (attribute.Key, attribute.Value.ValueCase == AnyValue.ValueOneofCase.IntValue
            ? attribute.Value.IntValue.ToString(CultureInfo.InvariantCulture)
            : attribute.Value.StringValue));

    static string Key(string name, IEnumerable<(string Name, string Value)> labels) =>
        name + "{" + string.Join(",", labels.OrderBy(label => label.Name, StringComparer.Ordinal).Select(Text)) + "}";

    static string Text((string Name, string Value) label) => $"{label.Name}=\"{label.Value}\"";

    [GeneratedRegex("""^(?<name>(ai_gateway|gen_ai)_\w+)(\{(?<labels>.*)\})? (?<value>\S+)""")]
    internal static partial Regex Sample();

    [GeneratedRegex("(?<name>\\w+)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"")]
    internal static partial Regex Label();
}
