using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>No sealed class; its stream can be set, and is disposed of with it.</summary>
public class ConverseStreamResponse : AmazonWebServiceResponse, IDisposable
{
    public ConverseStreamOutput? Stream { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Stream?.Dispose();
            Stream = null;
        }
    }
}
