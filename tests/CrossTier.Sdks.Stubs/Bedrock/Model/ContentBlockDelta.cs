namespace Amazon.BedrockRuntime.Model;

public class ContentBlockDelta
{
    public string? Text { get; set; }
}
