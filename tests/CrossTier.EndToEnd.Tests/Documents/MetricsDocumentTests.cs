using CrossTier.Exposition;
using CrossTier.Labels;
using CrossTier.Protocols;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>docs/metrics.md says of each metric what the code says, and of nothing else.</summary>
public sealed class MetricsDocumentTests
{
    readonly MarkdownFile _document = new("docs/metrics.md");

    [Fact]
    public void Its_table_lists_every_metric_with_its_type_and_labels() =>
        Assert.Equal(
            MetricDefinitions.All.Select(metric => $"{metric.Name} {metric.Kind.ToString().ToLowerInvariant()} {string.Join(", ", metric.LabelNames)}")
                .Order(StringComparer.Ordinal),
            _document.Table("metric", "type", "unit", "labels", "counts")
                .Select(cells => $"{cells[0].Trim('`')} {cells[1]} {cells[3]}")
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("status", "ai_gateway_requests_total")]
    [InlineData("error", "ai_gateway_errors_total")]
    [InlineData("direction", "ai_gateway_tokens_total")]
    [InlineData("state", "ai_gateway_call_sites")]
    public void Its_tables_list_every_value_of_a_closed_label(string label, string metric)
    {
        AiMetrics.Configure(options => options.Expect("openai", "documented"));
        var published = AiMetrics.Snapshot().Single(candidate => candidate.Definition.Name == metric);
        var index = published.Definition.LabelNames.IndexOf(label);
        var values = published.Points.Select(point => point.Labels[index]).Distinct();

        Assert.Equal(values.Order(StringComparer.Ordinal), _document.Table(label, "means").Select(cells => cells[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_tables_list_every_detail_and_every_reason()
    {
        Assert.Equal(PricedParts.Details.Order(StringComparer.Ordinal), Values("detail"));
        Assert.Equal(FinishWords.Reasons[1..].Order(StringComparer.Ordinal), Values("reason"));
    }

    IEnumerable<string> Values(string label) =>
        _document.Table(label, "means").Select(cells => cells[0].Trim('`')).Order(StringComparer.Ordinal);

    [Fact]
    public void Its_bounds_are_the_histograms() =>
        Assert.Contains(
            _document.Lines,
            line => line == string.Join(", ", HistogramValue.Bounds.Select(bound => bound.ToString(System.Globalization.CultureInfo.InvariantCulture))));
}
