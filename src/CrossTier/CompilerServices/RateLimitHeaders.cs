using System.ComponentModel;
using CrossTier.Protocols;

namespace CrossTier.CompilerServices;

/// <summary>The headers in which OpenAI, Azure and those who speak their protocol report what is left of the rate limits. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RateLimitHeaders
{
    /// <summary>Requests that may follow.</summary>
    public const string Requests = RateLimitHeaderNames.Requests;

    /// <summary>Tokens that may follow.</summary>
    public const string Tokens = RateLimitHeaderNames.Tokens;
}
