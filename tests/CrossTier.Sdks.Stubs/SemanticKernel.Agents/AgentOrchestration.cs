namespace Microsoft.SemanticKernel.Agents.Orchestration;

public abstract class AgentOrchestration<TInput, TOutput>(params Agent[] members)
{
    protected IReadOnlyList<Agent> Members => members;

    public abstract ValueTask<OrchestrationResult<TOutput>> InvokeAsync(
        TInput input,
        Runtime.IAgentRuntime runtime,
        CancellationToken cancellationToken = default);
}
