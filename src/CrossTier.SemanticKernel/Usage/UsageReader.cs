using CrossTier.CompilerServices;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Reads a usage object of whatever type.</summary>
readonly struct UsageReader : IReplyReader<object?>
{
    /// <summary>Stands for a usage that is part of a later one.</summary>
    public static object ReportedLater { get; } = new();

    public static void Read(object? reply, ref ReplyReading reading)
    {
        if (ReferenceEquals(reply, ReportedLater))
        {
            reading.WithoutTokens();
        }
        else if (reply is not null)
        {
            reading.Tokens(UsageMembers.Of(reply.GetType()).Read(reply), response: null);
        }
    }
}
