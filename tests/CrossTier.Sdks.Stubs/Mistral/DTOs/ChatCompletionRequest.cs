namespace Mistral.SDK.DTOs;

public class ChatCompletionRequest(string model, List<ChatMessage> messages)
{
    public string Model { get; set; } = model;

    public List<ChatMessage> Messages { get; set; } = messages;
}
