using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>Brings one registry up to date before it is collected. Scrapers at the same time take turns, so that nothing is published twice.</summary>
/// <param name="registry">The registry.</param>
/// <param name="sampled">The requests that histograms give as exemplars; null for none.</param>
sealed class RegistryPublisher(CollectorRegistry registry, SampledRequests? sampled)
{
    readonly Lock _gate = new();
    readonly IMetricFactory _factory = Metrics.WithCustomRegistry(registry);
    readonly Dictionary<string, PublishedMetric?> _metrics = [];

    /// <summary>Never throws: a metric that cannot be published is left out, and reported once.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            HashSet<string> absent = [.. _metrics.Keys];
            foreach (var metric in AiMetrics.Snapshot())
            {
                absent.Remove(metric.Definition.Name);
                PublishedOf(metric.Definition)?.Publish(metric.Points);
            }

            foreach (var name in absent)
            {
                _metrics[name]?.Publish([]);
            }
        }
    }

    PublishedMetric? PublishedOf(MetricDefinition definition)
    {
        if (!_metrics.TryGetValue(definition.Name, out var published))
        {
            _metrics.Add(definition.Name, published = Create(definition));
        }

        return published;
    }

    PublishedMetric? Create(MetricDefinition definition)
    {
        try
        {
            return PublishedMetric.Create(_factory, definition, sampled);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            AiMetrics.Configure(options => Warn(options.Log, definition.Name, e));
            return null;
        }
    }

    static void Warn(Action<string> log, string name, Exception reason)
    {
        try
        {
            log($"CrossTier: {name} is not published, the registry has another metric of that name or a static label that it uses: {reason.Message}");
        }
        catch (Exception)
        {
            // The sink is the application's: a scrape must not fail because a warning could not be written.
        }
    }
}
