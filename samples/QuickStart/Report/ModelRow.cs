using CrossTier.Exposition;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>One line of the table: what was measured of a provider's model.</summary>
sealed record ModelRow(
    string Tier, string Provider, string Model, double Requests, double Errors, double Cancelled, double? Median, double? Slow, double? FirstToken,
    double Input, double Output, double? QueuePeak)
{
    public static IEnumerable<ModelRow> ReadAll(QueuePeak peak)
    {
        var metrics = AiMetrics.Snapshot().ToDictionary(metric => metric.Definition.Name, metric => metric.Points);
        var tiers = metrics[MetricDefinitions.ProviderInfo.Name].ToDictionary(point => point.Labels[0], point => point.Labels[1]);
        return metrics[MetricDefinitions.InFlight.Name]
            .Select(point => Read(tiers[point.Labels[0]], point.Labels[0], point.Labels[1]))
            .OrderBy(row => row.Tier).ThenBy(row => row.Provider).ThenBy(row => row.Model);

        ModelRow Read(string tier, string provider, string model)
        {
            var durations = Points(MetricDefinitions.Duration).SingleOrDefault()?.Histogram;
            var firstTokens = Points(MetricDefinitions.FirstToken).SingleOrDefault()?.Histogram;
            return new(
                tier, provider, model,
                Sum(MetricDefinitions.Requests), Sum(MetricDefinitions.Requests, "failure"), Sum(MetricDefinitions.Requests, "cancelled"),
                Quantile.Of(durations, 0.5), Quantile.Of(durations, 0.95), firstTokens is { Count: > 0 } ? firstTokens.Sum / firstTokens.Count : null,
                Sum(MetricDefinitions.Tokens, "input"), Sum(MetricDefinitions.Tokens, "output"),
                tier == "local" ? peak.Of(model) : null);

            IEnumerable<MetricPoint> Points(MetricDefinition metric, params string[] rest) =>
                metrics[metric.Name].Where(point => point.Labels.Take(2 + rest.Length).SequenceEqual([provider, model, .. rest]));

            double Sum(MetricDefinition metric, params string[] rest) => Points(metric, rest).Sum(point => point.Value);
        }
    }
}
