using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>An agent, measured at the call.</summary>
[AiCall]
static class AgentCalls
{
    public static async Task OpenAIAsync(Uri server, string model, bool isStream)
    {
        AIAgent agent = new ChatClientAgent(Clients.OpenAI(server).GetChatClient(model).AsIChatClient());
        if (!isStream)
        {
            await agent.RunAsync("one");
            return;
        }

        await foreach (var _ in agent.RunStreamingAsync("one"))
        {
        }
    }
}
