using System.Globalization;
using System.Net.Http.Headers;
using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Http.Replies;

/// <summary>The headers in which OpenAI, those who speak its protocol, and Anthropic say what is left of the rate limits.</summary>
static class RateLimitHeaderReader
{
    /// <summary>Reads them, if there are any.</summary>
    public static void Read(HttpResponseHeaders headers, WireRequest request)
    {
        var all = headers.NonValidated;
        var requests = Value(all, RateLimitHeaderNames.Requests) ?? Value(all, RateLimitHeaderNames.AnthropicRequests);
        var tokens = Value(all, RateLimitHeaderNames.Tokens) ?? Value(all, RateLimitHeaderNames.AnthropicTokens) ?? Tightest(all);
        if (requests is not null || tokens is not null)
        {
            request.SetRateLimitRemaining(requests, tokens);
        }
    }

    // Whichever ends first holds a caller up.
    static string? Tightest(HttpHeadersNonValidated headers)
    {
        var input = Value(headers, RateLimitHeaderNames.AnthropicInputTokens);
        var output = Value(headers, RateLimitHeaderNames.AnthropicOutputTokens);
        return input is null || (output is not null && Number(output) < Number(input)) ? output : input;
    }

    static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    static string? Value(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
