using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>A chat service of an application over a client: its content reports other tokens than the client's reply, and no id.</summary>
/// <param name="inner">The client below.</param>
/// <param name="holds">Whether the content holds the client's reply.</param>
sealed class HeldService(IChatClient inner, bool holds) : IChatCompletionService
{
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> _ask = inner.GetResponseAsync;

    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default)
    {
        var reply = await _ask([new(ChatRole.User, "one")], null, cancellationToken);
        var metadata = new Dictionary<string, object?> { ["Usage"] = new UsageDetails { InputTokenCount = 70, OutputTokenCount = 50 } };
        return [new ChatMessageContent(AuthorRole.Assistant, reply.Text, metadata: metadata) { InnerContent = holds ? reply : null }];
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
