using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>A way in which applications ask, and by which their requests are measured.</summary>
/// <param name="Name">Its name on the page.</param>
/// <param name="Protocols">The protocols that it speaks.</param>
/// <param name="Ask">Sends a request to a server, for a model, streamed or not, and reads the reply to its end.</param>
sealed record Route(string Name, string[] Protocols, Func<Uri, string, bool, Task> Ask)
{
    /// <summary>How the URL ends that it asks; null for any of its protocols'.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the SDK hands on a stream, also of a reply that came at once.</summary>
    public bool AlwaysStreams { get; init; }

    /// <summary>Whether it asks for streams alone.</summary>
    public bool OnlyStreams { get; init; }

    public bool Reads(Transcript reply) =>
        Protocols.Contains(reply.Text("protocol"))
        && (!OnlyStreams || reply.Flag("request.stream"))
        && (Path is null || reply.Text("request.url")!.EndsWith(Path, StringComparison.Ordinal));
}
