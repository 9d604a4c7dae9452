using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime.Model;

/// <summary>
/// Sealed, over the real base class of AWSSDK.Core, with the two public constructors that the SDK's generator writes (aws/aws-sdk-net,
/// BedrockRuntime/Generated/Model/ConverseStreamOutput.cs). It raises <c>EventReceived</c> and then the event of the kind, both out of its decoder's
/// <c>MessageReceived</c>; enumeration hangs on <c>EventReceived</c> too.
/// </summary>
public sealed class ConverseStreamOutput : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
{
    volatile bool _isProcessing;

    public ConverseStreamOutput(Stream stream)
        : this(stream, null)
    {
    }

    public ConverseStreamOutput(Stream stream, IEventStreamDecoder? eventStreamDecoder)
        : base(stream, eventStreamDecoder)
    {
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(ConvertMessageToEvent(args.Message));
    }

    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    public override event EventHandler<EventStreamExceptionReceivedArgs<BedrockRuntimeEventStreamException>>? ExceptionReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ContentBlockDeltaEvent>>? ContentBlockDeltaReceived;

    public event EventHandler<EventStreamEventReceivedArgs<MessageStopEvent>>? MessageStopReceived;

    public event EventHandler<EventStreamEventReceivedArgs<ConverseStreamMetadataEvent>>? MetadataReceived;

    protected override bool IsProcessing
    {
        get => _isProcessing;
        set => _isProcessing = value;
    }

    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping { get; } =
        new Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>>(StringComparer.OrdinalIgnoreCase)
        {
            ["ContentBlockDelta"] = EventJson.Of<ContentBlockDeltaEvent>,
            ["MessageStop"] = EventJson.Of<MessageStopEvent>,
            ["Metadata"] = EventJson.Of<ConverseStreamMetadataEvent>,
        };

    protected override IDictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> ExceptionMapping { get; } = EventJson.Exceptions;

    void Raise(IEventStreamEvent received)
    {
        EventReceived?.Invoke(this, new(received));
        switch (received)
        {
            case ContentBlockDeltaEvent delta:
                ContentBlockDeltaReceived?.Invoke(this, new(delta));
                break;
            case MessageStopEvent stop:
                MessageStopReceived?.Invoke(this, new(stop));
                break;
            case ConverseStreamMetadataEvent metadata:
                MetadataReceived?.Invoke(this, new(metadata));
                break;
        }
    }
}
