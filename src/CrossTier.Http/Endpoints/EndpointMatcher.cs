namespace CrossTier.Endpoints;

/// <summary>Tells by its path whether a request goes to an inference endpoint. One that does not costs no allocation.</summary>
static class EndpointMatcher
{
    const string Deployments = "/deployments/";

    /// <summary>Looks at a request that is about to be sent.</summary>
    public static EndpointMatch Match(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Post || request.RequestUri is not { IsAbsoluteUri: true } uri)
        {
            return default;
        }

        // From its end: nearly all addresses are told by their last segment, and their text is at hand where a path would be made.
        var address = WithoutQuery(uri.OriginalString);
        address = address is [.., '/'] ? address.TrimEnd('/') : address;
        var start = address.LastIndexOf('/') + 1;
        var last = address[start..];
        var before = address[..start];
        return ShapeOf(last, before) is { } shape && !IsBeforeHost(before) ? Match(shape, last, before) : default;
    }

    static EndpointMatch Match(EndpointShape shape, ReadOnlySpan<char> last, ReadOnlySpan<char> before)
    {
        if (last.IndexOf(':') is > 0 and var colon)
        {
            return new EndpointMatch(shape, Unescape(last[..colon]));
        }

        var deployments = before.LastIndexOf(Deployments, StringComparison.OrdinalIgnoreCase);
        if (deployments < 0 || before[..deployments].EndsWith(":/"))
        {
            return new EndpointMatch(shape);
        }

        var name = before[(deployments + Deployments.Length)..];
        return new EndpointMatch(shape, Unescape(name[..name.IndexOf('/')]), IsAzure: true);
    }

    static EndpointShape? ShapeOf(ReadOnlySpan<char> last, ReadOnlySpan<char> before) => last switch
    {
        "completions" => LastOf(before) is "chat" ? EndpointShape.Chat : IsApi(before) ? EndpointShape.Completion : null,
        "responses" => IsApi(before) ? EndpointShape.Chat : null,
        "embeddings" => LastOf(before) is "api" ? EndpointShape.OllamaEmbed : IsApi(before) ? EndpointShape.Embeddings : null,
        "moderations" => IsApi(before) ? EndpointShape.Moderation : null,
        "transcriptions" or "translations" => LastOf(before) is "audio" ? EndpointShape.Transcription : null,
        "speech" => LastOf(before) is "audio" ? EndpointShape.Speech : null,
        "generations" or "edits" or "variations" => LastOf(before) is "images" ? EndpointShape.Images : null,
        "messages" => IsVersion(LastOf(before)) ? EndpointShape.AnthropicMessages : null,
        "chat" => LastOf(before) is "api" ? EndpointShape.OllamaChat : null,
        "generate" => LastOf(before) is "api" ? EndpointShape.OllamaGenerate : null,
        "embed" => LastOf(before) is "api" ? EndpointShape.OllamaEmbed : null,
        _ => ShapeOfVerb(last),
    };

    // models/gemini-2.5-flash:generateContent
    static EndpointShape? ShapeOfVerb(ReadOnlySpan<char> last)
    {
        var colon = last.IndexOf(':');
        return colon <= 0 ? null : last[(colon + 1)..] switch
        {
            "generateContent" => EndpointShape.GeminiContent,
            "streamGenerateContent" => EndpointShape.GeminiStream,
            "embedContent" or "batchEmbedContents" => EndpointShape.GeminiEmbed,
            _ => null,
        };
    }

    // Words that other services use too count only where an API of this kind begins: /v1/responses, /openai/responses, a deployment's.
    static bool IsApi(ReadOnlySpan<char> before)
    {
        var last = LastOf(before);
        return IsVersion(last) || last is "openai" or "inference" || LastOf(before.TrimEnd('/')[..^last.Length]) is "deployments";
    }

    static bool IsVersion(ReadOnlySpan<char> segment) => segment.Length >= 2 && segment[0] == 'v' && char.IsAsciiDigit(segment[1]);

    // Without slashes; empty where nothing but the host is left.
    static ReadOnlySpan<char> LastOf(ReadOnlySpan<char> address)
    {
        address = address.TrimEnd('/');
        var start = address.LastIndexOf('/') + 1;
        return IsBeforeHost(address[..start]) ? default : address[start..];
    }

    static bool IsBeforeHost(ReadOnlySpan<char> address) => address.IsEmpty || address.EndsWith("://");

    static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    static string? Unescape(ReadOnlySpan<char> segment) => segment.IsEmpty ? null : Uri.UnescapeDataString(segment);
}
