using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Function invocation with a tool, which asks a model of its own or none.</summary>
sealed class LoopClient(IChatClient inner, IChatClient? asked) : DelegatingChatClient(inner.AsBuilder().UseFunctionInvocation().Build())
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => base.GetResponseAsync(messages, WithTool(), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => base.GetStreamingResponseAsync(messages, WithTool(), cancellationToken);

    ChatOptions WithTool() => new()
    {
        Tools = [AIFunctionFactory.Create(ToolAsync, "clock")],
    };

    async Task<string> ToolAsync(CancellationToken cancellationToken) =>
        asked is null ? "noon" : (await AnnotatedClient.AskAsync(asked, cancellationToken)).Text;
}
