namespace Anthropic.SDK.Messaging;

public class Usage
{
    public int InputTokens { get; set; }

    public int OutputTokens { get; set; }

    public int CacheCreationInputTokens { get; set; }

    public int CacheReadInputTokens { get; set; }
}
