namespace Microsoft.SemanticKernel.Agents;

public sealed class ChatHistoryAgentThread : AgentThread;
