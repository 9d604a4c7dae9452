using System.ComponentModel;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// An opened stream whose bytes an SDK's own reader turns into events, by enumeration or on a thread of its own: the request ends with the bytes,
/// with what breaks them, or when they are closed, which may be on another thread. Called by generated code.
/// </summary>
/// <param name="stream">The stream.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReplyEvents(ReplyStream stream)
{
    readonly Lock _lock = new();
    bool _isWithReader;

    /// <summary>The bytes that the SDK reads in place of its own: they are the same.</summary>
    /// <param name="bytes">The SDK's.</param>
    public Stream Over(Stream bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new Bytes(bytes, this);
    }

    /// <summary>Reads an event, before anyone else sees it.</summary>
    /// <typeparam name="TEvent">An event.</typeparam>
    /// <typeparam name="TReader">Reads an event.</typeparam>
    /// <param name="event">The event.</param>
    public void Event<TEvent, TReader>(TEvent @event)
        where TReader : struct, IReplyReader<TEvent>
    {
        lock (_lock)
        {
            stream.Request.Chunk<TEvent, TReader>(@event);
        }

        _isWithReader = true;
    }

    /// <summary>All who wanted it have seen the event.</summary>
    public void Seen() => _isWithReader = false;

    /// <summary>
    /// A message is no event, or reports a failure. What is thrown while an event is being seen is its reader's, who reads no further. Made
    /// for an exception filter: nothing is caught.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception)
    {
        if (!_isWithReader)
        {
            return RecordFailure(exception, CancellationToken.None);
        }

        Closed();
        return false;
    }

    bool RecordFailure(Exception exception, CancellationToken enumeration)
    {
        lock (_lock)
        {
            stream.Request.Enumerated(enumeration);
            return stream.Request.RecordFailure(exception);
        }
    }

    void Completed()
    {
        lock (_lock)
        {
            stream.Request.Completed();
        }
    }

    void Closed()
    {
        lock (_lock)
        {
            stream.Closed();
        }
    }

    /// <summary>The bytes of a stream on their way to an SDK's own reader, which gets them as they come.</summary>
    sealed class Bytes(Stream inner, ReplyEvents events) : MeasuredByteStream(inner)
    {
        protected override void Ended() => events.Completed();

        protected override bool RecordFailure(Exception exception, CancellationToken caller) => events.RecordFailure(exception, caller);

        protected override void Closed() => events.Closed();
    }
}
