namespace Mistral.SDK.DTOs;

public class Choice
{
    public int Index { get; set; }

    public ChatMessage? Message { get; set; }

    public ChatMessage? Delta { get; set; }
}
