namespace CrossTier.Exposition;

/// <summary>The type of a metric.</summary>
public enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>Durations by bucket.</summary>
    Histogram,

    /// <summary>Durations by count and sum alone.</summary>
    Summary,
}
