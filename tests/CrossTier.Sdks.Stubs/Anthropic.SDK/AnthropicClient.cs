using Anthropic.SDK.Messaging;

namespace Anthropic.SDK;

// As in https://github.com/tghamm/Anthropic.SDK (Anthropic.SDK/AnthropicClient.cs, Messaging/MessagesEndpoint.cs, Messaging/MessageResponse.cs).
public sealed class AnthropicClient
{
    public AnthropicClient(params IEnumerable<object> answers)
    {
        Answers = new Queue<object>(answers);
        Messages = new MessagesEndpoint(this);
    }

    public string ApiUrlFormat { get; set; } = "https://api.anthropic.com/{0}/{1}";

    public MessagesEndpoint Messages { get; }

    internal Queue<object> Answers { get; }
}
