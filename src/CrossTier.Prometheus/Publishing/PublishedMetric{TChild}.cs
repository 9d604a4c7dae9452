using System.Collections.Immutable;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>A metric in a registry with its time series.</summary>
/// <param name="collector">The metric in prometheus-net.</param>
/// <param name="publisherOf">Makes, for a new time series, what brings it up to date.</param>
sealed class PublishedMetric<TChild>(Collector<TChild> collector, Func<TChild, Action<MetricPoint>> publisherOf) : PublishedMetric
    where TChild : ChildBase
{
    readonly Dictionary<ImmutableArray<string>, Action<MetricPoint>> _series = new(LabelValuesComparer.Instance);

    public override void Publish(ImmutableArray<MetricPoint> points)
    {
        foreach (var point in points)
        {
            if (!_series.TryGetValue(point.Labels, out var publish))
            {
                _series.Add(point.Labels, publish = publisherOf(collector.WithLabels([.. point.Labels])));
            }

            publish(point);
        }

        if (_series.Count > points.Length)
        {
            Remove([.. _series.Keys.Except(points.Select(point => point.Labels), LabelValuesComparer.Instance)]);
        }
    }

    void Remove(ImmutableArray<string>[] vanished)
    {
        foreach (var labels in vanished)
        {
            _series.Remove(labels);
            collector.RemoveLabelled([.. labels]);
        }
    }
}
