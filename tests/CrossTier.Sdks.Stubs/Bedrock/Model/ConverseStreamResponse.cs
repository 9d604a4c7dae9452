namespace Amazon.BedrockRuntime.Model;

public class ConverseStreamResponse : IDisposable
{
    public ConverseStreamOutput? Stream { get; set; }

    public void Dispose() => GC.SuppressFinalize(this);
}
