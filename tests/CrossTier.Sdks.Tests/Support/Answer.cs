using System.Text;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>What a <see cref="ScriptedServer"/> sends for a path: bytes as they stand here, so that a test knows every token.</summary>
/// <param name="Path">The end of the request's path.</param>
/// <param name="ContentType">The reply's content type.</param>
/// <param name="Pieces">The body, flushed piece by piece.</param>
public sealed record Answer(string Path, string ContentType, params IReadOnlyList<string> Pieces)
{
    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How the pieces become bytes; Latin 1 for a body that is no text.</summary>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>The connection breaks after the last piece.</summary>
    public bool IsCut { get; init; }

    /// <summary>The last piece comes again and again until the client leaves.</summary>
    public bool NeverEnds { get; init; }

    public static Answer Json(string path, string body) => new(path, "application/json", body);

    /// <summary>Server-sent events: each is the data of one, or a whole one that begins with <c>event:</c>.</summary>
    public static Answer Events(string path, params IEnumerable<string> events) =>
        new(path, "text/event-stream", [.. events.Select(one => (one.StartsWith("event:", StringComparison.Ordinal) ? one : "data: " + one) + "\n\n")]);

    /// <summary>JSON objects, one a line.</summary>
    public static Answer Lines(string path, params IEnumerable<string> lines) => new(path, "application/x-ndjson", [.. lines.Select(line => line + "\n")]);
}
