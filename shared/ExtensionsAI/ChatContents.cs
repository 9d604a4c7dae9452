using Microsoft.Extensions.AI;

namespace CrossTier.ExtensionsAI;

/// <summary>What in a chunk is content: the generator's list for this library is the same.</summary>
static class ChatContents
{
    public static bool IsContent(AIContent content) =>
        content is TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 } or FunctionCallContent or DataContent;
}
