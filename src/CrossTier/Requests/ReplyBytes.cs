using CrossTier.CompilerServices;

namespace CrossTier.Requests;

/// <summary>The bytes of an opened stream on their way to an SDK's own reader, which gets them as they come.</summary>
sealed class ReplyBytes(Stream inner, ReplyEvents events) : MeasuredByteStream(inner)
{
    protected override void Ended() => events.Completed();

    protected override bool RecordFailure(Exception exception, CancellationToken caller) => events.RecordFailure(exception, caller);

    protected override void Closed() => events.Closed();
}
