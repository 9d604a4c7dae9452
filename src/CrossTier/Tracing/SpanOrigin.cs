using System.Diagnostics;

namespace CrossTier.Tracing;

/// <summary>What a client reports of the spans that it makes itself.</summary>
/// <param name="source">Where it makes them.</param>
sealed class SpanOrigin(ActivitySource source)
{
    /// <summary>Whether it makes one of each request now.</summary>
    public bool MakesSpan => source.HasListeners();
}
