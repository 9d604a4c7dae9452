using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Reads a chunk: the usage items of one stream are summed, as <c>ToChatResponse()</c> sums them.</summary>
readonly struct ChatResponseUpdateReader : IReplyReader<ChatResponseUpdate>
{
    public static void Read(ChatResponseUpdate reply, ref ReplyReading reading)
    {
        reading.Model(reply.ModelId);
        foreach (var content in reply.Contents)
        {
            switch (content)
            {
                case UsageContent usage:
                    reading.Add(usage.Details);
                    break;
                case TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 } or FunctionCallContent or DataContent:
                    reading.Content();
                    break;
            }
        }
    }
}
