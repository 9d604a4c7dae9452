namespace Amazon.BedrockRuntime.Model;

public class InvokeModelRequest
{
    public string? ModelId { get; set; }
}
