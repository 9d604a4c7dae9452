using CrossTier.Recording;
using Microsoft.Extensions.AI;

namespace CrossTier.Readers;

/// <summary>Reads a whole reply.</summary>
readonly struct ChatResponseReader : IReplyReader<ChatResponse>
{
    public static void Read(ChatResponse reply, ref Reading reading)
    {
        reading.Model(reply.ModelId);
        reading.Add(reply.Usage);
    }
}
