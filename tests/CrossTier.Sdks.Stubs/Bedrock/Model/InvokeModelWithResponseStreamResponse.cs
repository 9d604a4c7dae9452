namespace Amazon.BedrockRuntime.Model;

public class InvokeModelWithResponseStreamResponse : IDisposable
{
    public ResponseStream? Body { get; set; }

    public void Dispose() => GC.SuppressFinalize(this);
}
