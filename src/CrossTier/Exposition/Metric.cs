using System.Collections.Immutable;

namespace CrossTier.Exposition;

/// <summary>A metric with its time series.</summary>
/// <param name="Definition">Name, help, kind and labels.</param>
/// <param name="Points">The time series, in a stable order.</param>
public sealed record Metric(MetricDefinition Definition, ImmutableArray<MetricPoint> Points);
