using System.Runtime.CompilerServices;
using System.Text.Json;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Agents of Microsoft Agent Framework make their requests through an <c>IChatClient</c>: the middleware counts them.</summary>
public sealed class AgentTests
{
    [Fact]
    public async Task An_agent_is_measured_by_its_client_and_a_nested_one_by_its_own()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var helper = new ClientAgent(Clients.Chat(provider, "helper").AsBuilder().UseCrossTier().Build());
        var tool = AIFunctionFactory.Create(async () => (await helper.RunAsync("three four")).Text, "ask");
        var agent = new ClientAgent(Clients.Chat(provider, "lead").AsBuilder().UseFunctionInvocation().UseCrossTier().Build(), tool);

        var counted = await Measure.Of(provider, () => agent.RunAsync("one two"));
        Assert.Equal(new() { ["lead"] = 2, ["helper"] = 1 }, counted.RequestsBy("model"));

        counted = await Measure.Of(provider, async () => await agent.RunStreamingAsync("one two").ToAgentResponseAsync());
        Assert.Equal(new() { ["lead"] = 2, ["helper"] = 1 }, counted.RequestsBy("model"));
        Assert.Equal(2, counted.FirstTokens);
    }

    /// <summary>An agent as the framework's own is: it asks a chat client with its tools.</summary>
    sealed class ClientAgent(IChatClient client, params AITool[] tools) : AIAgent
    {
        ChatOptions Options => new() { Tools = tools };

        protected override async Task<AgentResponse> RunCoreAsync(
            IEnumerable<ChatMessage> messages,
            AgentSession? session = null,
            AgentRunOptions? options = null,
            CancellationToken cancellationToken = default) =>
            new(await client.GetResponseAsync(messages, Options, cancellationToken));

        protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
            IEnumerable<ChatMessage> messages,
            AgentSession? session = null,
            AgentRunOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, Options, cancellationToken))
            {
                yield return new AgentResponseUpdate(update);
            }
        }

        protected override ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        protected override ValueTask<JsonElement> SerializeSessionCoreAsync(
            AgentSession session,
            JsonSerializerOptions? jsonSerializerOptions = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        protected override ValueTask<AgentSession> DeserializeSessionCoreAsync(
            JsonElement serializedState,
            JsonSerializerOptions? jsonSerializerOptions = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
