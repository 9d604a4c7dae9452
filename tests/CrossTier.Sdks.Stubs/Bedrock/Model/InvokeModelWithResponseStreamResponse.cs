using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

public class InvokeModelWithResponseStreamResponse : AmazonWebServiceResponse, IDisposable
{
    public ResponseStream? Body { get; set; }

    public string? ContentType { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Body?.Dispose();
            Body = null;
        }
    }
}
