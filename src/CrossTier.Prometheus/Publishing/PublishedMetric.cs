using System.Collections.Immutable;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>A metric in a registry.</summary>
abstract class PublishedMetric
{
    // Those that are given with an observation, and none of the scrape's own trace.
    static readonly ExemplarBehavior OwnExemplars = new() { DefaultExemplarProvider = (_, _) => Exemplar.None };

    /// <summary>Makes the registry show these time series and no others.</summary>
    public abstract void Publish(ImmutableArray<MetricPoint> points);

    /// <param name="factory">Makes the metric.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="sampled">The requests that histograms give as exemplars; null for none.</param>
    public static PublishedMetric Create(IMetricFactory factory, MetricDefinition definition, SampledRequests? sampled)
    {
        var (name, help, labels) = (definition.Name, definition.Help, definition.LabelNames.ToArray());
        return definition.Kind switch
        {
            MetricKind.Counter => new PublishedMetric<Counter.Child>(
                factory.CreateCounter(
                    name,
                    help,
                    new CounterConfiguration { LabelNames = labels, SuppressInitialValue = true, ExemplarBehavior = ExemplarBehavior.NoExemplars() }),
                counter => point => counter.IncTo(point.Value)),
            MetricKind.Gauge => new PublishedMetric<Gauge.Child>(
                factory.CreateGauge(name, help, new GaugeConfiguration { LabelNames = labels, SuppressInitialValue = true }),
                gauge => point => gauge.Set(point.Value)),
            MetricKind.Histogram => new PublishedMetric<Histogram.Child>(
                CreateHistogram([.. definition.Bounds], sampled is null ? ExemplarBehavior.NoExemplars() : OwnExemplars),
                histogram =>
                    new PublishedHistogram(histogram, definition.Bounds, sampled is null ? null : point => sampled.Of(definition, point.Labels)).Publish),
            _ => new PublishedMetric<Histogram.Child>(
                CreateHistogram(PublishedTotals.Bounds, ExemplarBehavior.NoExemplars()),
                histogram => new PublishedTotals(histogram).Publish),
        };

        Histogram CreateHistogram(double[] bounds, ExemplarBehavior exemplars) =>
            factory.CreateHistogram(
                name,
                help,
                new HistogramConfiguration { LabelNames = labels, Buckets = bounds, SuppressInitialValue = true, ExemplarBehavior = exemplars });
    }
}
