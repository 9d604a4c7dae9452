using CrossTier.Counting;

namespace CrossTier.Nesting;

/// <summary>The reading of a stream that comes from a loop over tools.</summary>
interface IRoundReading
{
    /// <summary>A round has ended: what is read from now on is of the next.</summary>
    /// <returns>How it ended.</returns>
    Outcome EndRound();

    /// <summary>The next round begins.</summary>
    void BeginRound();
}
