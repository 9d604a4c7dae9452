using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel.Agents;

public abstract class AgentChat
{
    protected ChatHistory History { get; } = [];

    public void AddChatMessage(ChatMessageContent message) => History.Add(message);

    public abstract IAsyncEnumerable<ChatMessageContent> InvokeAsync(CancellationToken cancellationToken = default);

    public abstract IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(CancellationToken cancellationToken = default);

    protected async IAsyncEnumerable<ChatMessageContent> InvokeAgentAsync(
        Agent agent,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in agent.InvokeAsync([.. History], null, null, cancellationToken))
        {
            History.Add(item.Message);
            yield return item.Message;
        }
    }

    protected async IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAgentAsync(
        Agent agent,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in agent.InvokeStreamingAsync([.. History], null, null, cancellationToken))
        {
            yield return item.Message;
        }
    }
}
