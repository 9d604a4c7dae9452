namespace Microsoft.SemanticKernel.Agents;

public abstract class AgentThread
{
    public virtual string? Id { get; protected set; }
}
