using System.Runtime.CompilerServices;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>An annotated run of an agent.</summary>
[AiCall]
sealed class AgentClient(IChatClient model, IChatClient? memory) : IChatClient
{
    readonly AIAgent _agent = new ChatClientAgent(
        model,
        new ChatClientAgentOptions { Name = "assistant", AIContextProviders = memory is null ? [] : [new Memory(memory)] });

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

    sealed class Memory(IChatClient model) : AIContextProvider
    {
        protected override async ValueTask<AIContext> ProvideAIContextAsync(InvokingContext context, CancellationToken cancellationToken = default)
        {
            await AnnotatedClient.AskAsync(model, cancellationToken);
            return new AIContext();
        }
    }
}
