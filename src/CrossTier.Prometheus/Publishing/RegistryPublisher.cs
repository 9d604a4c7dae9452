using System.Collections.Immutable;
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

    /// <summary>Never throws: a metric that cannot be published is left out, which the log and <c>ai_gateway_scrape_errors_total</c> report.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            HashSet<string> absent = [.. _metrics.Keys];
            foreach (var metric in AiMetrics.Snapshot())
            {
                absent.Remove(metric.Definition.Name);
                Publish(metric.Definition, metric.Points);
            }

            foreach (var name in absent)
            {
                _metrics[name]?.Publish([]);
            }

            if (_metrics.ContainsKey(MetricDefinitions.ScrapeErrors.Name))
            {
                // Those of this scrape too.
                Publish(MetricDefinitions.ScrapeErrors, [new MetricPoint([], PublishingErrors.Count)]);
            }
        }
    }

    void Publish(MetricDefinition definition, ImmutableArray<MetricPoint> points)
    {
        try
        {
            PublishedOf(definition)?.Publish(points);
        }
        catch (Exception e)
        {
            // One metric that fails must not take the others, or the application's, out of the scrape.
            PublishingErrors.Report(definition.Name, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
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
        if (RegisteredNames.Contains(registry, definition.Name))
        {
            PublishingErrors.Report(definition.Name, "the registry has another metric of that name. Rename that one: the two would be added up.");
            return null;
        }

        try
        {
            return PublishedMetric.Create(_factory, definition, sampled);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            PublishingErrors.Report(definition.Name, $"the registry has another metric of that name or a static label that it uses: {e.Message}");
            return null;
        }
    }
}
