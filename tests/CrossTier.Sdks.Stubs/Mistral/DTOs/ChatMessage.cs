namespace Mistral.SDK.DTOs;

public class ChatMessage
{
    public string? Content { get; set; }

    public List<ToolCall>? ToolCalls { get; set; }
}
