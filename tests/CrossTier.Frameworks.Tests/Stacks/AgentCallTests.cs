using System.ClientModel;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Calls of Agent Framework's agents: counted at the call, or once by the middleware below it.</summary>
public sealed class AgentCallTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Awaited => [.. AgentCalls.Awaited.Keys];

    public static TheoryData<string> Streamed => [.. AgentCalls.Streamed.Keys];

    [Theory]
    [MemberData(nameof(Awaited))]
    public async Task A_run_is_one_request_with_its_tokens(string form)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        foreach (var agent in Agents(provider))
        {
            var counted = await Measure.Of(provider, () => AgentCalls.Awaited[form](agent), requests: 1);
            Assert.Equal((1, 0, 0), (counted.Success, counted.UsageMissing, counted.FirstTokens));
            Assert.Equal(["openai-compatible gpt-4o AgentCalls.Awaited"], counted.RequestsBy("provider", "model", "call").Keys);
            Assert.Equal(new() { ["cached_input"] = 1, ["reasoning_output"] = 2 }, counted.By(MetricDefinitions.TokenDetails, "detail"));
        }
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task A_streamed_run_is_one_request_with_its_tokens_and_its_first_token(string form)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        foreach (var agent in Agents(provider))
        {
            var counted = await Measure.Of(provider, async () => Assert.NotEmpty(await AgentCalls.Streamed[form](agent).ToListAsync(Cancel)), requests: 1);
            Assert.Equal((1, 0, 1), (counted.Success, counted.UsageMissing, counted.FirstTokens));
            Assert.Equal(["openai-compatible gpt-4o AgentCalls.Streamed"], counted.RequestsBy("provider", "model", "call").Keys);
        }
    }

    [Fact]
    public async Task Rounds_are_one_request_at_the_call_and_one_each_at_the_middleware()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var tool = AIFunctionFactory.Create(() => "noon", "clock");
        var counted = await Measure.Of(provider, () => AgentCalls.AskAsync(Clients.Chat(provider).AsAIAgent(tools: [tool])), requests: 1);
        Assert.Equal(1, counted.Success);

        counted = await Measure.Of(
            provider,
            () => AgentCalls.AskAsync(Clients.Chat(provider).AsBuilder().UseCrossTier().Build().AsAIAgent(tools: [tool])),
            requests: 3);
        Assert.Equal(new() { ["AgentCalls.AskAsync"] = 3 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task A_structured_run_is_measured_though_its_answer_does_not_fit()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var counted = await Measure.Of(provider, async () => Assert.NotEmpty((await AgentCalls.CountAsync(Agents(provider)[0])).Text), requests: 1);
        Assert.Equal((1, 0), (counted.Success, counted.UsageMissing));
    }

    [Fact]
    public async Task Stated_labels_hold_at_the_call_and_at_the_clients_own_middleware()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        foreach (var agent in Agents(provider))
        {
            var counted = await Measure.Of(provider, () => AgentCalls.StatedAsync(agent), requests: 1);
            Assert.Equal(["agent ollama llama3.2"], counted.RequestsBy("call", "provider", "model").Keys);
        }

        var chat = Clients.Chat(provider).AsAIAgent();
        foreach (var ask in (Func<Task>[])[() => AgentCalls.WithModelAsync(chat, "llama3.2"), () => AgentCalls.WithModelAsync((AIAgent)chat, "llama3.2")])
        {
            var chosen = await Measure.Of(provider, ask, requests: 1);
            Assert.Equal(["llama3.2"], chosen.RequestsBy("model").Keys);
        }
    }

    [Fact]
    public async Task An_agent_behind_another_is_counted_once()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        foreach (var agent in Agents(provider))
        {
            var counted = await Measure.Of(provider, () => AgentCalls.AskAsync(new Wrapped(agent)), requests: 1);
            Assert.Equal(["AgentCalls.AskAsync"], counted.RequestsBy("call").Keys);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_and_a_stream_that_is_left_are_counted_once(bool measured)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = 429 });
        var counted = await Measure.Of(
            provider,
            () => Assert.ThrowsAsync<ClientResultException>(() => AgentCalls.AskAsync(Agents(provider)[measured ? 1 : 0])),
            requests: 1);
        Assert.Equal(new() { ["rate_limited"] = 1 }, counted.By(MetricDefinitions.Errors, "error"));

        await using var answering = await SimulatedProvider.StartAsync(new() { ReplyWords = 50, ChunkDelay = TimeSpan.FromMilliseconds(20) });
        var before = Tally.Now();
        Assert.Equal(1, await AgentCalls.FirstsAsync(Agents(answering)[measured ? 1 : 0]));
        var left = Tally.Now().Since(before);
        Assert.Equal((1, 0, 0), (left.Cancelled, left.Success, left.InFlight));
    }

    static AIAgent[] Agents(SimulatedProvider provider) =>
        [Clients.Chat(provider).AsAIAgent(), Clients.Chat(provider).AsBuilder().UseCrossTier().Build().AsAIAgent()];

    sealed class Wrapped(AIAgent inner) : DelegatingAIAgent(inner);
}
