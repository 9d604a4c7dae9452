using CrossTier.Exposition;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>What this process has recorded.</summary>
static class Series
{
    /// <summary>Requests of a provider and model with a status; null if there is no such series.</summary>
    public static double? Requests(string provider, string model, string status) =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.Requests).Points
            .Where(point => point.Labels.SequenceEqual([provider, model, status])).Select(point => (double?)point.Value).SingleOrDefault();
}
