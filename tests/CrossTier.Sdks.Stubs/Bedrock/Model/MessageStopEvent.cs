using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

public class MessageStopEvent : IEventStreamEvent;
