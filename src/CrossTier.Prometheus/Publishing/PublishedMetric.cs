using System.Collections.Immutable;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Publishing;

/// <summary>A metric in a registry.</summary>
abstract class PublishedMetric
{
    /// <summary>Makes the registry show these time series and no others.</summary>
    public abstract void Publish(ImmutableArray<MetricPoint> points);

    public static PublishedMetric Create(IMetricFactory factory, MetricDefinition definition)
    {
        var (name, help, labels) = (definition.Name, definition.Help, definition.LabelNames.ToArray());
        return definition.Kind switch
        {
            MetricKind.Counter => new PublishedMetric<Counter.Child>(
                factory.CreateCounter(name, help, new CounterConfiguration { LabelNames = labels, SuppressInitialValue = true, ExemplarBehavior = ExemplarBehavior.NoExemplars() }),
                counter => point => counter.IncTo(point.Value)),
            MetricKind.Gauge => new PublishedMetric<Gauge.Child>(
                factory.CreateGauge(name, help, new GaugeConfiguration { LabelNames = labels, SuppressInitialValue = true }),
                gauge => point => gauge.Set(point.Value)),
            MetricKind.Histogram => new PublishedMetric<Histogram.Child>(
                CreateHistogram([.. HistogramValue.Bounds]),
                histogram => new PublishedHistogram(histogram).Publish),
            _ => new PublishedMetric<Histogram.Child>(
                CreateHistogram(PublishedTotals.Bounds),
                histogram => new PublishedTotals(histogram).Publish),
        };

        Histogram CreateHistogram(double[] bounds) =>
            factory.CreateHistogram(name, help, new HistogramConfiguration { LabelNames = labels, Buckets = bounds, SuppressInitialValue = true, ExemplarBehavior = ExemplarBehavior.NoExemplars() });
    }
}
