using System.Net.Http.Headers;
using CrossTier.Endpoints;

namespace CrossTier.Replies;

/// <summary>Tells by its headers what the body of a reply is.</summary>
static class ReplyForms
{
    static readonly string[] Media = ["audio/", "image/", "video/", "application/octet-stream"];

    public static ReplyForm Of(HttpContentHeaders headers, EndpointShape shape)
    {
        if (Header(headers, "Content-Encoding") is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return ReplyForm.Opaque;
        }

        var type = Header(headers, "Content-Type");
        return Media.Any(media => type.StartsWith(media, StringComparison.OrdinalIgnoreCase)) ? ReplyForm.Opaque
            : type.Contains("event-stream", StringComparison.OrdinalIgnoreCase) ? ReplyForm.Events
            : shape.ComesInPieces || type.Contains("ndjson", StringComparison.OrdinalIgnoreCase) ? ReplyForm.Lines
            : ReplyForm.Whole;
    }

    // Unparsed, so that the header stays as it came.
    static string Header(HttpContentHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";
}
