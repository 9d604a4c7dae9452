using CrossTier.Protocols;

namespace CrossTier.Generators;

/// <summary>The headers in which OpenAI, Azure and those who speak their protocol say what is left of the rate limits.</summary>
internal static class RateLimitHeaders
{
    /// <summary>The statement that hands them on.</summary>
    /// <param name="headers">The headers of a reply, of System.ClientModel or Azure.Core; null where it has none.</param>
    /// <param name="target">What takes them.</param>
    public static string ReadFrom(string headers, string target) =>
        $"if ({headers} is {{ }} headers) {target}.SetRateLimitRemaining({Value(RateLimitHeaderNames.Requests, "requests")}, {Value(RateLimitHeaderNames.Tokens, "tokens")});";

    static string Value(string header, string kind) => $"headers.TryGetValue(\"{header}\", out var {kind}) ? {kind} : null";
}
