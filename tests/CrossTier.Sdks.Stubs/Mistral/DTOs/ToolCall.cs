namespace Mistral.SDK.DTOs;

public class ToolCall
{
    public string? Id { get; set; }
}
