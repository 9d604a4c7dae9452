using System.Collections.Immutable;
using CrossTier.Counting;

namespace CrossTier.Exposition;

/// <summary>Collects the time series of one metric.</summary>
sealed class MetricBuilder(MetricDefinition definition)
{
    readonly ImmutableArray<MetricPoint>.Builder _points = ImmutableArray.CreateBuilder<MetricPoint>();

    public void Add(double value, params ReadOnlySpan<string> labels) => _points.Add(new MetricPoint([.. labels], value));

    public void Add(in Distribution durations, params ReadOnlySpan<string> labels) =>
        _points.Add(new MetricPoint([.. labels], 0, new HistogramValue(durations.Counts, durations.Ticks)));

    public void Add(WaitDistribution waits, params ReadOnlySpan<string> labels) =>
        _points.Add(new MetricPoint([.. labels], 0, new HistogramValue(waits.Counts, waits.Ticks)));

    public Metric Build() => new(definition, _points.ToImmutable());
}
