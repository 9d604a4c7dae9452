using CrossTier.Bodies;
using CrossTier.Streams;

namespace CrossTier.Replies;

/// <summary>The stream of a reply: what is read from it is followed on the way, and is handed on as it came.</summary>
sealed class WatchedStream(Stream inner, ReplyWatch watch) : FollowedStream(inner)
{
    readonly Stream _inner = inner;

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        try
        {
            _inner.CopyTo(new WatchedTarget(destination, watch), bufferSize);
        }
        catch (Exception e) when (watch.Failed(e, CancellationToken.None))
        {
            throw;
        }

        watch.Completed();
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        return CopyAsync(destination, bufferSize, cancellationToken);
    }

    // Only a body that lies in memory can be sought in: what is read after that is not what comes next.
    public override long Seek(long offset, SeekOrigin origin)
    {
        watch.Completed();
        return base.Seek(offset, origin);
    }

    protected override void Came(ReadOnlySpan<byte> bytes) => watch.Read(bytes);

    protected override void Ended() => watch.Completed();

    protected override bool Failed(Exception exception, CancellationToken caller) => watch.Failed(exception, caller);

    protected override void Closed() => watch.Abandoned();

    async Task CopyAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        try
        {
            await _inner.CopyToAsync(new WatchedTarget(destination, watch), bufferSize, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (watch.Failed(e, cancellationToken))
        {
            throw;
        }

        watch.Completed();
    }
}
