namespace CrossTier.Generated.Adapters;

// The headers in which OpenAI, Azure and those who speak their protocol say what is left of the rate limits.
[global::Microsoft.CodeAnalysis.Embedded]
static class RateLimitHeaders
{
    internal const string Requests = "x-ratelimit-remaining-requests";
    internal const string Tokens = "x-ratelimit-remaining-tokens";
}
