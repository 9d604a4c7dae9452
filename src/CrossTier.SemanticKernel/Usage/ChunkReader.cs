using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Reads whether a part of a stream carries text, a tool call or reasoning.</summary>
readonly struct ChunkReader : IReplyReader<object?>
{
    public static void Read(object? reply, ref ReplyReading reading)
    {
        var hasContent = reply switch
        {
            string text => text.Length > 0,
            byte[] bytes => bytes.Length > 0,
            StreamingTextContent content => content.Text is { Length: > 0 },
            StreamingChatMessageContent content =>
                content.Content is { Length: > 0 } || content.Items.Any(item => item is not StreamingTextContent { Text: null or "" }),
            ChatResponseUpdate update => update.Contents.Any(item => item is not (UsageContent or Microsoft.Extensions.AI.TextContent { Text: "" })),
            StreamingKernelContent content => content.ToString().Length > 0,
            null => false,
            _ => true,
        };
        if (hasContent)
        {
            reading.Content();
        }
    }
}
