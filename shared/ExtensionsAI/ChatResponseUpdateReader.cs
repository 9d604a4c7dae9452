using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.ExtensionsAI;

/// <summary>Reads a chunk.</summary>
readonly struct ChatResponseUpdateReader : IReplyReader<ChatResponseUpdate>
{
    public static void Read(ChatResponseUpdate reply, ref ReplyReading reading)
    {
        reading.Model(reply.ModelId);
        reading.Response(reply.ResponseId);
        foreach (var content in reply.Contents)
        {
            if (content is UsageContent usage)
            {
                reading.Add(usage.Details, reply.ResponseId);
            }
            else if (ChatContents.IsContent(content))
            {
                reading.Content();
            }
        }

        RawReply.Content(reply.RawRepresentation, ref reading);
        reading.Finished(reply.FinishReason?.Value);
        foreach (var content in reply.Contents)
        {
            reading.AddAudio((content as UsageContent)?.Details, reply.ResponseId);
        }

        RawReply.Tokens(reply.RawRepresentation, reply.ResponseId, ref reading);
    }
}
