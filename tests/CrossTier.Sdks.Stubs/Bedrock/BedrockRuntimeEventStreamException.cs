using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime;

/// <summary>
/// What reading an event stream throws, and what the event <c>ExceptionReceived</c> carries: the service's own exception, or whatever broke
/// the stream, is the inner one.
/// </summary>
public class BedrockRuntimeEventStreamException : EventStreamException
{
    public BedrockRuntimeEventStreamException()
    {
    }

    public BedrockRuntimeEventStreamException(string message)
        : base(message)
    {
    }

    public BedrockRuntimeEventStreamException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
