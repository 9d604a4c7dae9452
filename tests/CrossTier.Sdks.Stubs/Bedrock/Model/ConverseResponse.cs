namespace Amazon.BedrockRuntime.Model;

public class ConverseResponse
{
    public TokenUsage? Usage { get; set; }
}
