namespace CrossTier.Endpoints;

/// <summary>Tells by its path whether a request goes to an inference endpoint. One that does not costs no allocation.</summary>
static class EndpointMatcher
{
    const string Deployments = "/deployments/";

    /// <summary>Looks at a request that is about to be sent.</summary>
    public static EndpointMatch Match(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri is { IsAbsoluteUri: true } uri ? Match(PathOf(uri.OriginalString)) : default;

    /// <summary>Looks at the path of a POST.</summary>
    public static EndpointMatch Match(ReadOnlySpan<char> path)
    {
        path = path.TrimEnd('/');
        var last = LastOf(path);
        if (ShapeOf(last, path[..^last.Length].TrimEnd('/')) is not { } shape)
        {
            return default;
        }

        if (last.IndexOf(':') is > 0 and var colon)
        {
            return new EndpointMatch(shape, Unescape(last[..colon]));
        }

        var deployments = path.LastIndexOf(Deployments, StringComparison.OrdinalIgnoreCase);
        if (deployments < 0)
        {
            return new EndpointMatch(shape);
        }

        var name = path[(deployments + Deployments.Length)..];
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
        return IsVersion(last) || last is "openai" or "inference" || LastOf(before[..^last.Length].TrimEnd('/')) is "deployments";
    }

    static bool IsVersion(ReadOnlySpan<char> segment) => segment.Length >= 2 && segment[0] == 'v' && char.IsAsciiDigit(segment[1]);

    static ReadOnlySpan<char> LastOf(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];

    // Not Uri.AbsolutePath, which makes a string of it.
    static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> uri)
    {
        var authority = uri.IndexOf("://");
        uri = authority < 0 ? uri : uri[(authority + 3)..];
        var end = uri.IndexOfAny('?', '#');
        uri = end < 0 ? uri : uri[..end];
        var path = uri.IndexOf('/');
        return path < 0 ? default : uri[path..];
    }

    static string? Unescape(ReadOnlySpan<char> segment) => segment.IsEmpty ? null : Uri.UnescapeDataString(segment);
}
