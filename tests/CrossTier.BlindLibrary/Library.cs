using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace CrossTier.BlindLibrary;

/// <summary>What calls a model in an assembly that was built without the package.</summary>
public static class Library
{
    public static async Task<string> AskAsync(IChatClient client, string question) => (await client.GetResponseAsync(question)).Text;

    /// <summary>Two agents, one after the other: two requests.</summary>
    public static async Task RunWorkflowAsync(IChatClient client)
    {
        var workflow = AgentWorkflowBuilder.BuildSequential([new ChatClientAgent(client, "Translate."), new ChatClientAgent(client, "Shorten.")]);
        await using var run = await InProcessExecution.RunStreamingAsync(workflow, new List<ChatMessage> { new(ChatRole.User, "one two") });
        await run.TrySendMessageAsync(new TurnToken(emitEvents: true));
        await foreach (var step in run.WatchStreamAsync())
        {
            if (step is WorkflowErrorEvent { Exception: { } exception })
            {
                throw exception;
            }
        }
    }
}
