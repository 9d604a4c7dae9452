namespace CrossTier.Recognition.Readers;

/// <summary>The headers say what is left of the rate limits.</summary>
/// <param name="IsRawResponse">Whether they are those of <c>GetRawResponse()</c>, else the reply's own.</param>
sealed record RateLimitStep(bool IsRawResponse) : ReadStep;
