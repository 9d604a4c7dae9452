namespace CrossTier.Outcomes;

/// <summary>What a reply reported is left of its rate limits; null where it reported nothing.</summary>
/// <param name="Model">The model that the reply names.</param>
/// <param name="Requests">Requests that may follow.</param>
/// <param name="Tokens">Tokens that may follow.</param>
sealed record RateLimitRemaining(string? Model, long? Requests, long? Tokens);
