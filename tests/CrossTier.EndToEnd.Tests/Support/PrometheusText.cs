using System.Globalization;
using System.Text.RegularExpressions;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>A page in Prometheus' text format.</summary>
sealed partial class PrometheusText
{
    PrometheusText(IReadOnlyList<Sample> samples, IReadOnlyDictionary<string, string> types) => (Samples, Types) = (samples, types);

    public IReadOnlyList<Sample> Samples { get; }

    public IReadOnlyDictionary<string, string> Types { get; }

    /// <exception cref="FormatException">A line is neither a comment nor a sample.</exception>
    public static PrometheusText Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(
            [.. lines.Where(line => line[0] != '#').Select(ParseSample)],
            lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal))
                .Select(line => line.Split(' '))
                .ToDictionary(words => words[2], words => words[3]));
    }

    /// <summary>The sum of all samples of a name that have these label values, given as <c>name=value</c>.</summary>
    public double Sum(string name, params string[] labels) =>
        Samples.Where(sample => sample.Name == name && labels.All(label => sample.Labels.Contains(Pair(label)))).Sum(sample => sample.Value);

    static KeyValuePair<string, string> Pair(string label) => new(label[..label.IndexOf('=')], label[(label.IndexOf('=') + 1)..]);

    static Sample ParseSample(string line)
    {
        var match = SampleLine().Match(line);
        return match.Success
            ? new(match.Groups["name"].Value, Labels(match.Groups["labels"].Value), Number(match.Groups["value"].Value))
            : throw new FormatException($"No sample: {line}");
    }

    static Dictionary<string, string> Labels(string text) =>
        Label().Matches(text).ToDictionary(match => match.Groups["name"].Value, match => Unescape(match.Groups["value"].Value));

    static string Unescape(string value) => Escape().Replace(value, match => match.Value switch { "\\n" => "\n", var other => other[1..] });

    static double Number(string text) => text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<value>\S+)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(\\.|[^"\\])*)"(,|$)""")]
    private static partial Regex Label();

    [GeneratedRegex("""\\.""")]
    private static partial Regex Escape();

    public sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
    {
        /// <summary>Name and labels in a fixed order.</summary>
        public string Key =>
            $"{Name}{{{string.Join(',', Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"))}}}";
    }
}
