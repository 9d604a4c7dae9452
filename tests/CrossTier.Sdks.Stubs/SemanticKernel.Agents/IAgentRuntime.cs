namespace Microsoft.SemanticKernel.Agents.Runtime;

public interface IAgentRuntime;
