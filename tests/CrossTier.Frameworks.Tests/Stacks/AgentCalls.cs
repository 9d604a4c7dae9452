using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Calls of agents as applications have them.</summary>
[AiCall]
static class AgentCalls
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, Func<AIAgent, Task<AgentResponse>>> Awaited { get; } = new()
    {
        ["text"] = agent => agent.RunAsync("one two three", cancellationToken: Cancel),
        ["message"] = agent => agent.RunAsync(new ChatMessage(ChatRole.User, "one two three"), cancellationToken: Cancel),
        ["messages"] = agent => agent.RunAsync([new ChatMessage(ChatRole.User, "one two three")], cancellationToken: Cancel),
        ["messages in a session"] = async agent => await agent.RunAsync(
            [new ChatMessage(ChatRole.User, "one two three")],
            await agent.CreateSessionAsync(Cancel),
            cancellationToken: Cancel),
        ["a chat client's agent"] = agent => ((ChatClientAgent)agent).RunAsync("one two three", session: null, new ChatClientAgentRunOptions(), Cancel),
    };

    public static Dictionary<string, Func<AIAgent, IAsyncEnumerable<AgentResponseUpdate>>> Streamed { get; } = new()
    {
        ["text"] = agent => agent.RunStreamingAsync("one two three"),
        ["message"] = agent => agent.RunStreamingAsync(new ChatMessage(ChatRole.User, "one two three")),
        ["messages"] = agent => agent.RunStreamingAsync([new ChatMessage(ChatRole.User, "one two three")]),
        ["a chat client's agent"] = agent => ((ChatClientAgent)agent).RunStreamingAsync("one two three", session: null, new ChatClientAgentRunOptions()),
    };

    public static Task<AgentResponse<int>> CountAsync(AIAgent agent) => agent.RunAsync<int>("one two three", cancellationToken: Cancel);

    public static Task<AgentResponse> AskAsync(AIAgent agent, AgentSession? session = null) =>
        agent.RunAsync("one two three", session, cancellationToken: Cancel);

    public static Task<AgentResponse> WithModelAsync(ChatClientAgent agent, string model) =>
        agent.RunAsync("one two three", session: null, new ChatClientAgentRunOptions(new() { ModelId = model }), Cancel);

    public static Task<AgentResponse> WithModelAsync(AIAgent agent, string model) =>
        agent.RunAsync("one two three", options: new ChatClientAgentRunOptions(new() { ModelId = model }), cancellationToken: Cancel);

    [AiCall("ollama", "llama3.2", Name = "agent")]
    public static Task<AgentResponse> StatedAsync(AIAgent agent) => agent.RunAsync("one two three", cancellationToken: Cancel);

    public static async Task<int> FirstsAsync(AIAgent agent)
    {
        await foreach (var _ in agent.RunStreamingAsync("one two three"))
        {
            return 1;
        }

        return 0;
    }
}
