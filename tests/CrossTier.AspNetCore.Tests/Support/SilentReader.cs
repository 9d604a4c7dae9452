using CrossTier.CompilerServices;

namespace CrossTier.Pages.Tests.Support;

/// <summary>Reads of a reply that it has content, and no usage.</summary>
readonly struct SilentReader : IReplyReader<string>
{
    public static void Read(string reply, ref ReplyReading reading) => reading.Content();
}
