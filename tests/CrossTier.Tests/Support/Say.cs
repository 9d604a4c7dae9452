using CrossTier.CompilerServices;

namespace CrossTier.Tests.Support;

/// <summary>A reply, or a chunk, that reports whatever a test does to its reading.</summary>
delegate void Say(ref ReplyReading reading);

readonly struct SayReader : IReplyReader<Say>
{
    public static void Read(Say reply, ref ReplyReading reading) => reply(ref reading);
}
