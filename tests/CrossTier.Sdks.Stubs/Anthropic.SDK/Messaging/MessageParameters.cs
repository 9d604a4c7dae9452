namespace Anthropic.SDK.Messaging;

public class MessageParameters
{
    public string? Model { get; set; }

    public int MaxTokens { get; set; }

    public bool? Stream { get; set; }
}
