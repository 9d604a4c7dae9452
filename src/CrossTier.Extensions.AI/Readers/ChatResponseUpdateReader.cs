using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Reads a chunk.</summary>
readonly struct ChatResponseUpdateReader : IReplyReader<ChatResponseUpdate>
{
    public static void Read(ChatResponseUpdate reply, ref ReplyReading reading)
    {
        reading.Model(reply.ModelId);
        reading.Response(reply.ResponseId);
        foreach (var content in reply.Contents)
        {
            switch (content)
            {
                case UsageContent usage:
                    reading.Add(usage.Details, reply.ResponseId);
                    break;
                case TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 } or FunctionCallContent or DataContent:
                    reading.Content();
                    break;
            }
        }

        reading.Finished(reply.FinishReason?.Value);
        foreach (var content in reply.Contents)
        {
            reading.AddAudio((content as UsageContent)?.Details, reply.ResponseId);
        }
    }
}
