using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Semantic Kernel's agents ask a service and no function, so the filter does not see them: the stub asks the real connector.</summary>
public sealed class SemanticKernelAgentTests
{
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
}
