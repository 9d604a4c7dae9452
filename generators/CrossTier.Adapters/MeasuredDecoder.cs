namespace CrossTier.Generated.Adapters;

using global::Amazon.Runtime.EventStreams.Internal;
using global::CrossTier.CompilerServices;
using global::System;

[global::Microsoft.CodeAnalysis.Embedded]
sealed class MeasuredDecoder(ReplyEvents events) : IEventStreamDecoder
{
    readonly EventStreamDecoder _inner = new();

    public event EventHandler<EventStreamMessageReceivedEventArgs>? MessageReceived
    {
        add => _inner.MessageReceived += value;
        remove => _inner.MessageReceived -= value;
    }

    public void ProcessData(byte[] data, int offset, int length)
    {
        try
        {
            _inner.ProcessData(data, offset, length);
        }
        catch (Exception exception) when (events.RecordFailure(exception))
        {
            throw;
        }
    }

    public void Dispose() => _inner.Dispose();
}
