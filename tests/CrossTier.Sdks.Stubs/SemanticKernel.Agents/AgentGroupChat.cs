using System.Runtime.CompilerServices;

namespace Microsoft.SemanticKernel.Agents;

public sealed class AgentGroupChat(params Agent[] agents) : AgentChat
{
    public override async IAsyncEnumerable<ChatMessageContent> InvokeAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var agent in agents)
        {
            await foreach (var message in InvokeAgentAsync(agent, cancellationToken))
            {
                yield return message;
            }
        }
    }

    public IAsyncEnumerable<ChatMessageContent> InvokeAsync(Agent agent, CancellationToken cancellationToken = default) =>
        InvokeAgentAsync(agent, cancellationToken);

    public override async IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var agent in agents)
        {
            await foreach (var message in InvokeStreamingAgentAsync(agent, cancellationToken))
            {
                yield return message;
            }
        }
    }

    public IAsyncEnumerable<StreamingChatMessageContent> InvokeStreamingAsync(Agent agent, CancellationToken cancellationToken = default) =>
        InvokeStreamingAgentAsync(agent, cancellationToken);
}
