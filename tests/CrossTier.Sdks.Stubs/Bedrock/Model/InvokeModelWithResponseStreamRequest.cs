namespace Amazon.BedrockRuntime.Model;

public class InvokeModelWithResponseStreamRequest
{
    public string? ModelId { get; set; }
}
