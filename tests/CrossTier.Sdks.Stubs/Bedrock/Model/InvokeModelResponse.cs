namespace Amazon.BedrockRuntime.Model;

public class InvokeModelResponse
{
    public MemoryStream? Body { get; set; }

    public string? ContentType { get; set; }
}
