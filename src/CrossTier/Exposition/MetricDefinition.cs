using System.Collections.Immutable;

namespace CrossTier.Exposition;

/// <summary>What a metric is, whatever its values.</summary>
/// <param name="Name">The name in Prometheus' notation, unit and <c>_total</c> included.</param>
/// <param name="Kind">The type.</param>
/// <param name="Help">One sentence on what is counted.</param>
/// <param name="LabelNames">The labels.</param>
public sealed record MetricDefinition(string Name, MetricKind Kind, string Help, ImmutableArray<string> LabelNames)
{
    /// <summary>The upper bounds of a histogram's finite buckets in seconds, inclusive.</summary>
    public ImmutableArray<double> Bounds { get; init; } = Kind == MetricKind.Histogram ? HistogramValue.Bounds : [];
}
