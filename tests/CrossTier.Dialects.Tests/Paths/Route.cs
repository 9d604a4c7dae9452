using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>A way in which applications ask, and by which their requests are measured.</summary>
/// <param name="Name">Its name on the page.</param>
/// <param name="Protocols">The protocols that it speaks.</param>
/// <param name="Ask">Sends a request to a server, for a model, streamed or not, and reads the reply to its end.</param>
sealed record Route(string Name, string[] Protocols, Func<Uri, string, bool, Task> Ask)
{
    public bool Reads(Transcript reply) => Protocols.Contains(reply.Text("protocol"));
}
