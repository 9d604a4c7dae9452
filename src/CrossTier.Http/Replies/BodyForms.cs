using System.Net.Http.Headers;
using CrossTier.Protocols;

namespace CrossTier.Http.Replies;

/// <summary>Determines by its headers what the body of a reply is.</summary>
static class BodyForms
{
    static readonly string[] Media = ["audio/", "image/", "video/", "application/octet-stream"];

    public static BodyForm Of(HttpContentHeaders headers, EndpointShape shape)
    {
        if (Header(headers, "Content-Encoding") is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return BodyForm.Opaque;
        }

        var type = Header(headers, "Content-Type");
        return Media.Any(media => type.StartsWith(media, StringComparison.OrdinalIgnoreCase)) ? BodyForm.Opaque
            : type.Contains("event-stream", StringComparison.OrdinalIgnoreCase) ? BodyForm.Events
            : shape.ComesInPieces || type.Contains("ndjson", StringComparison.OrdinalIgnoreCase) ? BodyForm.Lines
            : BodyForm.Whole;
    }

    // Unparsed, so that the header stays as it came.
    static string Header(HttpContentHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";
}
