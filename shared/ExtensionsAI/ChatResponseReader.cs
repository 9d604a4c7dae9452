using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.ExtensionsAI;

/// <summary>Reads a whole reply.</summary>
readonly struct ChatResponseReader : IReplyReader<ChatResponse>
{
    public static void Read(ChatResponse reply, ref ReplyReading reading)
    {
        reading.Model(reply.ModelId);
        reading.Response(reply.ResponseId);
        reading.Add(reply.Usage, reply.ResponseId);
        reading.Finished(reply.FinishReason?.Value);
        reading.AddAudio(reply.Usage, reply.ResponseId);
        RawReply.Tokens(reply.RawRepresentation, reply.ResponseId, ref reading);
    }
}
