using CrossTier.Counting;

namespace CrossTier.Tracing;

/// <summary>A request that was counted, for its span.</summary>
/// <param name="Series">Where it started.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Ended">When it ended.</param>
sealed record SpanFacts(Series Series, Outcome Outcome, DateTime Ended)
{
    public TimeSpan Duration => TimeSpan.FromSeconds(Buckets.Seconds(Outcome.Ticks));

    public DateTime Started => Ended - Duration;
}
