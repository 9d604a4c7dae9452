using System.Collections.Immutable;

namespace CrossTier.Exposition;

/// <summary>One time series of a metric at the time of the snapshot.</summary>
/// <param name="Labels">The label values, in the order of the metric's label names.</param>
/// <param name="Value">The value of a counter or gauge.</param>
/// <param name="Histogram">The durations of a histogram or summary; null for the others.</param>
public sealed record MetricPoint(ImmutableArray<string> Labels, double Value, HistogramValue? Histogram = null);
