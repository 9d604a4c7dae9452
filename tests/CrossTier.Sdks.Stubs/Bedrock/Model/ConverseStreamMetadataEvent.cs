using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The last event of a conversation.</summary>
public class ConverseStreamMetadataEvent : IEventStreamEvent
{
    public TokenUsage? Usage { get; set; }
}
