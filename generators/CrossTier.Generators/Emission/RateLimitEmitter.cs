using CrossTier.Protocols;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statement that reads what headers say is left of the rate limits.</summary>
static class RateLimitEmitter
{
    /// <param name="headers">The headers of a reply; null where it has none.</param>
    public static string Statement(string headers) =>
        $"if ({headers} is {{ }} headers) reading.SetRateLimitRemaining({Value(RateLimitHeaderNames.Requests, "requests")}, "
        + $"{Value(RateLimitHeaderNames.Tokens, "tokens")});";

    static string Value(string header, string kind) => $"headers.TryGetValue({Literal.Of(header)}, out var {kind}) ? {kind} : null";
}
