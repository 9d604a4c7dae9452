using System.Globalization;
using System.Net.Http.Headers;
using CrossTier.Layers;

namespace CrossTier.Replies;

/// <summary>The headers in which OpenAI, those who speak its protocol, and Anthropic say what is left of the rate limits.</summary>
static class RateLimitHeaders
{
    /// <summary>Reads them, if there are any.</summary>
    public static void Read(HttpResponseHeaders headers, WireRequest request)
    {
        var all = headers.NonValidated;
        var requests = Value(all, "x-ratelimit-remaining-requests") ?? Value(all, "anthropic-ratelimit-requests-remaining");
        var tokens = Value(all, "x-ratelimit-remaining-tokens") ?? Value(all, "anthropic-ratelimit-tokens-remaining") ?? Tightest(all);
        if (requests is not null || tokens is not null)
        {
            request.Remaining(requests, tokens);
        }
    }

    // Whichever ends first holds a caller up.
    static string? Tightest(HttpHeadersNonValidated headers)
    {
        var input = Value(headers, "anthropic-ratelimit-input-tokens-remaining");
        var output = Value(headers, "anthropic-ratelimit-output-tokens-remaining");
        return input is null || (output is not null && Number(output) < Number(input)) ? output : input;
    }

    static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    static string? Value(HttpHeadersNonValidated headers, string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
}
