namespace Microsoft.SemanticKernel.Agents;

public class AgentResponseItem<TMessage>(TMessage message, AgentThread thread)
{
    public TMessage Message => message;

    public AgentThread Thread => thread;

    public static implicit operator TMessage(AgentResponseItem<TMessage> responseItem) => responseItem.Message;
}
