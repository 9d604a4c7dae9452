using System.Collections.Immutable;
using CrossTier.Protocols;

namespace CrossTier.Analyzers.Http;

/// <summary>Distinguishes text that names an inference endpoint from text that names another one.</summary>
static class EndpointText
{
    static readonly ImmutableArray<(string Text, EndpointShape Shape)> Texts =
        [.. EndpointShapes.All.SelectMany(shape => shape.Texts.Select(text => (text, shape)))];

    static readonly ImmutableArray<(string Start, string End, EndpointShape Shape)> Endings =
    [
        .. from shape in EndpointShapes.All
           from ending in shape.Endings
           let star = Math.Max(0, ending.IndexOf('*'))
           select (ending.Substring(0, star), ending.Substring(star).TrimStart('*'), shape),
    ];

    static readonly ImmutableArray<string> PathStarts = ["/", "api/", "v1/", "v2/", "v3/"];

    /// <summary>What the text of a file must hold before anything in it can name an endpoint.</summary>
    public static ImmutableArray<string> Fragments { get; } = [.. Texts.Select(entry => entry.Text), .. Endings.Select(entry => entry.End)];

    /// <summary>Whether a text names an inference endpoint.</summary>
    public static bool IsInference(string text) => ShapesIn(text).Any();

    /// <summary>Why the HTTP handler cannot read the replies of an endpoint that a text names; null if it can, or if it names none.</summary>
    public static string? Unreadable(string text)
    {
        var shapes = ShapesIn(text).ToList();
        return shapes.Count > 0 && shapes.All(shape => shape.Unreadable is not null) ? shapes[0].Unreadable : null;
    }

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

    static IEnumerable<EndpointShape> ShapesIn(string text) =>
        Texts.Where(entry => At(text, entry.Text) >= 0).Select(entry => entry.Shape)
            .Concat(Endings.Where(entry => EndsWith(text, entry.Start, entry.End)).Select(entry => entry.Shape));

    static bool EndsWith(string text, string start, string end) =>
        At(text, end) is >= 0 and var at && IsEnd(text, at + end.Length) && (start.Length == 0 || At(text, start) is >= 0 and var first && first < at);

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
