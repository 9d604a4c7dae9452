namespace CrossTier.Outcomes;

/// <summary>What a reply reported is left of its rate limits; null where it reported nothing.</summary>
/// <param name="Requests">Requests that may follow.</param>
/// <param name="Tokens">Tokens that may follow.</param>
sealed record RateLimitRemaining(long? Requests, long? Tokens);
