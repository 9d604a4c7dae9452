using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

public class PayloadPart : IEventStreamEvent
{
    public MemoryStream? Bytes { get; set; }
}
