using System.Runtime.CompilerServices;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>An annotated run of a workflow of two agents, one after the other.</summary>
[AiCall]
sealed class WorkflowClient(IChatClient first, IChatClient second) : IChatClient
{
    readonly AIAgent _agent = AgentWorkflowBuilder.BuildSequential([new ChatClientAgent(first, name: "first"), new ChatClientAgent(second, name: "second")])
        .AsAIAgent("workflow", "workflow");

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        (await _agent.RunAsync("one two", cancellationToken: cancellationToken)).AsChatResponse();

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _agent.RunStreamingAsync("one two", cancellationToken: cancellationToken))
        {
            yield return update.AsChatResponseUpdate();
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
