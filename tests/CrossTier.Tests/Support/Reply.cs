using CrossTier.CompilerServices;

namespace CrossTier.Tests.Support;

/// <summary>A reply, or a chunk, that says what a test wants it to say.</summary>
sealed record Reply(long? Input = null, long? Output = null, string? Model = null, bool Content = false)
{
    public static Reply Empty { get; } = new();

    public static Reply Text { get; } = new(Content: true);
}

readonly struct ReplyReader : IReplyReader<Reply>
{
    public static void Read(Reply reply, ref ReplyReading reading)
    {
        reading.Tokens(reply.Input, reply.Output);
        reading.Model(reply.Model);
        if (reply.Content)
        {
            reading.Content();
        }
    }
}

readonly struct ThrowingReader : IReplyReader<Reply>
{
    public static void Read(Reply reply, ref ReplyReading reading) => throw new InvalidOperationException("A member of the SDK's reply threw.");
}
