using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Frameworks;

/// <summary>Agents of Microsoft Agent Framework over a chat client that measures nothing itself.</summary>
public sealed class AgentFrameworkTests
{
    const string Labels = "`ChatClientAgentRunOptions.ChatOptions`, the agent's `ChatOptions`, `ChatClientMetadata`";

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.Agents.AI",
        typeof(AIAgent),
        "RunAsync",
        "RunStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = Labels,
        Note = "one request for all rounds of function calling; a middleware below counts each round")]
    [SdkRow(
        "Microsoft.Agents.AI",
        typeof(ChatClientAgent),
        "RunAsync",
        "RunStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = Labels)]
    public async Task Agents_awaited_and_streamed_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var agent = Clients.OpenAI(provider.OpenAIAddress).GetChatClient("agent").AsIChatClient().AsAIAgent();
        AIAgent any = agent;
        await any.RunAsync("one two three");
        await any.RunAsync(new ChatMessage(ChatRole.User, "one two"));
        await agent.RunAsync("one", session: null, new ChatClientAgentRunOptions());
        Assert.NotEmpty(await any.RunStreamingAsync("one two three").ToListAsync());
        Assert.NotEmpty(await agent.RunStreamingAsync("one two", session: null, new ChatClientAgentRunOptions()).ToListAsync());
        (Sent.By(await provider.SettledAsync(), "agent") with { FirstTokens = 2 }).IsRecorded("openai-compatible", "agent");
    }
}
