using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime.Model;

/// <summary>What <see cref="ConverseStreamOutput"/> is, with chunks as they come from the model.</summary>
public sealed class ResponseStream : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
{
    volatile bool _isProcessing;

    public ResponseStream(Stream stream)
        : this(stream, null)
    {
    }

    public ResponseStream(Stream stream, IEventStreamDecoder? eventStreamDecoder)
        : base(stream, eventStreamDecoder)
    {
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(ConvertMessageToEvent(args.Message));
    }

    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    public override event EventHandler<EventStreamExceptionReceivedArgs<BedrockRuntimeEventStreamException>>? ExceptionReceived;

    public event EventHandler<EventStreamEventReceivedArgs<PayloadPart>>? ChunkReceived;

    protected override bool IsProcessing
    {
        get => _isProcessing;
        set => _isProcessing = value;
    }

    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping { get; } =
        new Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Chunk"] = EventJson.Chunk,
        };

    protected override IDictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> ExceptionMapping { get; } = EventJson.Exceptions;

    void Raise(IEventStreamEvent received)
    {
        EventReceived?.Invoke(this, new(received));
        if (received is PayloadPart chunk)
        {
            ChunkReceived?.Invoke(this, new(chunk));
        }
    }
}
