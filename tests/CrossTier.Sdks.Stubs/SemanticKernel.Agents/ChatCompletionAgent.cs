using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel.Agents;

/// <summary>Asks the kernel's chat service as the agent of this name does: without a function, so that no function filter sees it.</summary>
public sealed class ChatCompletionAgent : Agent
{
    public override async IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
        ICollection<ChatMessageContent> messages,
        AgentThread? thread = null,
        AgentInvokeOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var service = Kernel.GetRequiredService<IChatCompletionService>();
        foreach (var message in await service.GetChatMessageContentsAsync([.. messages], null, Kernel, cancellationToken))
        {
            yield return new(message, thread ?? new ChatHistoryAgentThread());
        }
    }

    public override async IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
        ICollection<ChatMessageContent> messages,
        AgentThread? thread = null,
        AgentInvokeOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var service = Kernel.GetRequiredService<IChatCompletionService>();
        await foreach (var chunk in service.GetStreamingChatMessageContentsAsync([.. messages], null, Kernel, cancellationToken))
        {
            yield return new(chunk, thread ?? new ChatHistoryAgentThread());
        }
    }
}
