using CrossTier.CompilerServices;
using CrossTier.ExtensionsAI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Reads a part of a stream.</summary>
readonly struct ChunkReader : IReplyReader<object?>
{
    public static void Read(object? reply, ref ReplyReading reading)
    {
        if (reply is ChatResponseUpdate update)
        {
            ChatResponseUpdateReader.Read(update, ref reading);
            if (update.Contents.Any(content => content is UsageContent))
            {
                return;
            }
        }
        else if (IsContent(reply))
        {
            reading.Content();
        }
        else
        {
            RawReply.Content(UsageOf.Raw(reply), ref reading);
        }

        UsageReader.Read(reply, ref reading);
    }

    static bool IsContent(object? chunk) => chunk switch
    {
        string text => text.Length > 0,
        byte[] bytes => bytes.Length > 0,
        StreamingTextContent content => content.Text is { Length: > 0 },
        StreamingChatMessageContent content =>
            content.Content is { Length: > 0 } || content.Items.Any(item => item is not StreamingTextContent { Text: null or "" }),
        StreamingKernelContent content => content.ToString().Length > 0,
        null => false,
        _ => true,
    };
}
