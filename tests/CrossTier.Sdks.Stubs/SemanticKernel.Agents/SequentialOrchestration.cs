namespace Microsoft.SemanticKernel.Agents.Orchestration;

public class SequentialOrchestration(params Agent[] members) : AgentOrchestration<string, string>(members)
{
    public override async ValueTask<OrchestrationResult<string>> InvokeAsync(
        string input,
        Runtime.IAgentRuntime runtime,
        CancellationToken cancellationToken = default)
    {
        var text = input;
        foreach (var agent in Members)
        {
            await foreach (var item in agent.InvokeAsync(text, null, null, cancellationToken))
            {
                text = item.Message.Content ?? text;
            }
        }

        return new OrchestrationResult<string>(text);
    }
}
