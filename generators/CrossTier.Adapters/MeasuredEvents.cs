namespace CrossTier.Generated.Adapters;

using global::Amazon.Runtime.EventStreams;
using global::Amazon.Runtime.EventStreams.Internal;
using global::CrossTier.CompilerServices;
using global::System;
using global::System.Diagnostics.CodeAnalysis;
using global::System.IO;

// Makes the SDK's sealed stream again: its bytes pass through the runtime, and its decoder decides what is no event.
[global::Microsoft.CodeAnalysis.Embedded]
static class MeasuredEvents
{
    internal static TStream Of<TStream, TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFailure, TReader>(
        TStream? inner, ReplyStream stream, Func<Stream, IEventStreamDecoder, TStream> make)
        where TStream : EventOutputStream<TEvent, TFailure>
        where TEvent : IEventStreamEvent
        where TFailure : EventStreamException, new()
        where TReader : struct, IReplyReader<TEvent>
    {
        // A decoder that somebody put in by hand would be lost: such a stream stays as it is.
        if (inner is null || EventParts<TEvent, TFailure>.Decoder(inner).GetType() != typeof(EventStreamDecoder))
        {
            throw new NotSupportedException();
        }

        var events = new ReplyEvents(stream);
        var decoder = new MeasuredDecoder(events);
        var measured = make(events.Over(EventParts<TEvent, TFailure>.Bytes(inner)), decoder);
        decoder.MessageReceived += (_, _) => events.Seen(); // After the stream's own handler, which raises the events.
        measured.BufferSize = inner.BufferSize;
        measured.EventReceived += (_, args) => events.Event<TEvent, TReader>(args.EventStreamEvent);
        return measured;
    }
}
