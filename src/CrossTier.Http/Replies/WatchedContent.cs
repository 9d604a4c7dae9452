using System.Net;
using CrossTier.Bodies;

namespace CrossTier.Replies;

/// <summary>The body of a reply, followed on its way to whoever reads it: into a buffer, into another stream or piece by piece.</summary>
sealed class WatchedContent : HttpContent
{
    readonly HttpContent _inner;
    readonly ReplyWatch _watch;
    readonly Func<CancellationToken, CancellationToken> _callerOf;

    /// <param name="inner">The body.</param>
    /// <param name="watch">Follows it.</param>
    /// <param name="callerOf">Makes of the token that a client buffers with the one that its caller can have fired.</param>
    public WatchedContent(HttpContent inner, ReplyWatch watch, Func<CancellationToken, CancellationToken> callerOf)
    {
        _inner = inner;
        _watch = watch;
        _callerOf = callerOf;
        HeaderCopy.Copy(inner.Headers, Headers);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await _inner.CopyToAsync(new WatchedTarget(stream, _watch), context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_watch.Failed(e, _callerOf(cancellationToken)))
        {
            throw;
        }

        _watch.Completed();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            _inner.CopyTo(new WatchedTarget(stream, _watch), context, cancellationToken);
        }
        catch (Exception e) when (_watch.Failed(e, _callerOf(cancellationToken)))
        {
            throw;
        }

        _watch.Completed();
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new WatchedStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _watch);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new WatchedStream(_inner.ReadAsStream(cancellationToken), _watch);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _watch.Abandoned();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
