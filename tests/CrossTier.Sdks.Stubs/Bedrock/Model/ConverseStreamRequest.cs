namespace Amazon.BedrockRuntime.Model;

public class ConverseStreamRequest
{
    public string? ModelId { get; set; }
}
