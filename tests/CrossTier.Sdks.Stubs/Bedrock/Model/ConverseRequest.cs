namespace Amazon.BedrockRuntime.Model;

public class ConverseRequest
{
    public string? ModelId { get; set; }
}
