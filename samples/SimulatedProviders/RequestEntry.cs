namespace CrossTier.Samples.SimulatedProviders;

/// <summary>One wire request that has ended.</summary>
/// <param name="Path">The path that was asked for.</param>
/// <param name="Model">The model that was asked for; empty where the request names none.</param>
/// <param name="Status">The HTTP status that was sent; 0 if the connection ended before one was.</param>
/// <param name="Stream">Whether the request asked for a stream.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Tokens">The tokens that the reply told last; null if it told none.</param>
/// <param name="AttemptTag">The request's <c>x-attempt-tag</c> header, if any.</param>
/// <param name="Duration">Time from the arrival to the end, the time in the queue included.</param>
public sealed record RequestEntry(
    string Path, string Model, int Status, bool Stream, RequestOutcome Outcome, TokenCounts? Tokens, string? AttemptTag, TimeSpan Duration)
{
    /// <summary>Input tokens told, or 0.</summary>
    public long InputTokens => Tokens.GetValueOrDefault().Input;

    /// <summary>Output tokens told, or 0.</summary>
    public long OutputTokens => Tokens.GetValueOrDefault().Output;
}
