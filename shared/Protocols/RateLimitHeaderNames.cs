namespace CrossTier.Protocols;

/// <summary>The headers in which a reply reports what is left of the rate limits.</summary>
static class RateLimitHeaderNames
{
    /// <summary>OpenAI, Azure and those who speak their protocol.</summary>
    public const string Requests = "x-ratelimit-remaining-requests";

    public const string Tokens = "x-ratelimit-remaining-tokens";

    public const string AnthropicRequests = "anthropic-ratelimit-requests-remaining";

    public const string AnthropicTokens = "anthropic-ratelimit-tokens-remaining";

    public const string AnthropicInputTokens = "anthropic-ratelimit-input-tokens-remaining";

    public const string AnthropicOutputTokens = "anthropic-ratelimit-output-tokens-remaining";
}
