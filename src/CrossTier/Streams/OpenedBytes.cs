namespace CrossTier.Streams;

/// <summary>The bytes of an opened stream on their way to an SDK's own reader, which gets them as they come.</summary>
sealed class OpenedBytes(Stream inner, OpenedEvents events) : FollowedStream(inner)
{
    protected override void Ended() => events.Completed();

    protected override bool Failed(Exception exception, CancellationToken caller) => events.Failed(exception, caller);

    protected override void Closed() => events.Closed();
}
