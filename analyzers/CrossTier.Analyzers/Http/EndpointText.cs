using System.Collections.Immutable;

namespace CrossTier.Analyzers.Http;

/// <summary>Tells text that names an inference endpoint from text that names another one. Paths as the servers of 2026 document them.</summary>
internal static class EndpointText
{
    // Clear wherever they stand.
    static readonly ImmutableArray<string> Paths =
    [
        "chat/completions", "v1/completions", "v1/responses", "v1/messages", "v1/embeddings", "v1/audio/", "v1/images/",
        "v1/complete", "v2/chat", "v1/predictions",
        "openai/deployments/", "openai/responses", ":generateContent", ":streamGenerateContent", ":embedContent", ":batchEmbedContents", "api/embeddings",
        "audio/transcriptions", "audio/speech", "images/generations",
    ];

    // Clear only as the last segments of a path: an application may have an api/chat/rooms of its own.
    static readonly ImmutableArray<string> Endings =
    [
        "api/generate", "api/chat", "api/embed", "/completion", "/generate_stream", "/converse", "/converse-stream",
    ];

    static readonly ImmutableArray<string> PathStarts = ["/", "api/", "v1/", "v2/", "v3/"];

    /// <summary>What the text of a file must hold before anything in it can name an endpoint.</summary>
    public static ImmutableArray<string> Fragments { get; } = Paths.AddRange(Endings);

    /// <summary>Whether a text names an inference endpoint.</summary>
    public static bool IsInference(string text) =>
        Paths.Any(path => At(text, path) >= 0) || Endings.Any(path => At(text, path) is >= 0 and var at && IsEnd(text, at + path.Length));

    /// <summary>Whether a text names an endpoint of another kind: an address with a path, not just a server.</summary>
    public static bool IsOtherPath(string text)
    {
        if (text.Length < 2 || text.Any(char.IsWhiteSpace))
        {
            return false;
        }

        var scheme = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : 0;
        if (scheme == 0)
        {
            return PathStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) && !IsVersionOnly(text);
        }

        var path = text.IndexOf('/', scheme);
        return path >= 0 && !IsVersionOnly(text.Substring(path));
    }

    static bool IsVersionOnly(string path) =>
        path.Trim('/').ToLowerInvariant() is ""
            or "v1"
            or "v2"
            or "v3"
            or "v1beta"
            or "api"
            or "api/v1"
            or "openai/v1"
            or "openai"
            or "v1/models"
            or "inference";

    static int At(string text, string path)
    {
        var at = text.IndexOf(path, StringComparison.OrdinalIgnoreCase);
        return at <= 0 || !char.IsLetterOrDigit(path[0]) || !char.IsLetterOrDigit(text[at - 1]) ? at : -1;
    }

    static bool IsEnd(string text, int at) => at == text.Length || text[at] == '?' || (text[at] == '/' && at + 1 == text.Length);
}
