using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.Agents.Orchestration;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Semantic Kernel's agents ask a service and no function, so the filter does not see them: the stub asks the real connector.</summary>
public sealed class SemanticKernelAgentTests
{
    const string Services = "the chat client of each agent's service";
    const string Flagged = "flagged (AIC001, AIC002): its requests are its agents'; `UseCrossTier()` on the chat clients of their services measures each";

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.SemanticKernel.Agents",
        typeof(Agent),
        "InvokeAsync",
        "InvokeStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = "the chat service of the agent's kernel", IsStub = true, Note = "the messages that `InvokeAsync` yields are whole: no first token")]
    public async Task Agents_awaited_and_streamed_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("kernel-agent", Clients.OpenAI(provider.OpenAIAddress)).Build();
        Agent agent = new ChatCompletionAgent { Kernel = kernel };
        ChatMessageContent hello = new(AuthorRole.User, "one two three");
        await agent.InvokeAsync("one two three").ToListAsync();
        await agent.InvokeAsync(hello, new ChatHistoryAgentThread()).ToListAsync();
        await agent.InvokeAsync([hello]).ToListAsync();
        await agent.InvokeStreamingAsync("one two three").ToListAsync();
        await agent.InvokeStreamingAsync([hello]).ToListAsync();
        (Sent.By(await provider.SettledAsync(), "kernel-agent") with { FirstTokens = 2 }).IsRecorded("openai-compatible", "kernel-agent");
    }

    [Fact]
    [AiIgnore("measured by its agents' services")]
    [SdkRow("Microsoft.SemanticKernel.Agents", typeof(AgentChat), "InvokeAsync", "InvokeStreamingAsync", Usage = UsageKinds.Tokens, Labels = Services,
        IsStub = true, Note = Flagged)]
    [SdkRow("Microsoft.SemanticKernel.Agents", typeof(AgentGroupChat), "InvokeAsync", "InvokeStreamingAsync", Usage = UsageKinds.Tokens, Labels = Services,
        IsStub = true, Note = Flagged)]
    [SdkRow("Microsoft.SemanticKernel.Agents", typeof(AgentOrchestration<,>), "InvokeAsync", Usage = UsageKinds.Tokens, Labels = Services,
        IsStub = true, Note = Flagged)]
    public async Task Group_chats_and_orchestrations_are_measured_by_the_services_of_their_agents()
    {
        const string model = "kernel-group";
        await using var provider = await SimulatedProvider.StartAsync();
        Agent Measured()
        {
            var kernel = Kernel.CreateBuilder();
            var client = Clients.OpenAI(provider.OpenAIAddress).GetChatClient(model).AsIChatClient().AsBuilder().UseCrossTier().Build();
            kernel.Services.AddSingleton(client.AsChatCompletionService());
            return new ChatCompletionAgent { Kernel = kernel.Build() };
        }

        var chat = new AgentGroupChat(Measured(), Measured());
        AgentChat any = chat;
        chat.AddChatMessage(new(AuthorRole.User, "one two three"));
        Assert.Equal(2, (await any.InvokeAsync().ToListAsync()).Count);
        await chat.InvokeAsync().ToListAsync();
        await chat.InvokeAsync(Measured()).ToListAsync();
        await any.InvokeStreamingAsync().ToListAsync();
        await chat.InvokeStreamingAsync(Measured()).ToListAsync();
        var orchestration = new SequentialOrchestration(Measured(), Measured());
        await (await orchestration.InvokeAsync("one two", null!)).GetValueAsync();
        var counts = await provider.SettledAsync();
        Assert.Equal(10, counts.Requests);
        (Sent.By(counts, model) with { FirstTokens = 3 }).IsRecorded("openai-compatible", model);
    }
}
