using Anthropic.SDK.Messaging;

namespace Anthropic.SDK;

// As in https://github.com/tghamm/Anthropic.SDK (Anthropic.SDK/VertexAIClient.cs, Messaging/VertexAIMessagesEndpoint.cs).
public sealed class VertexAIClient
{
    public VertexAIClient(params IEnumerable<object> answers)
    {
        Answers = new Queue<object>(answers);
        Messages = new VertexAIMessagesEndpoint(this);
    }

    public VertexAIMessagesEndpoint Messages { get; }

    internal Queue<object> Answers { get; }
}
