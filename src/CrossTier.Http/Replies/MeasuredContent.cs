using System.Net;
using CrossTier.Http.Bodies;

namespace CrossTier.Http.Replies;

/// <summary>The body of a reply, followed on its way to whoever reads it: into a buffer, into another stream or piece by piece.</summary>
sealed class MeasuredContent : HttpContent
{
    readonly HttpContent _inner;
    readonly ReplyMeasurement _measurement;
    readonly Func<CancellationToken, CancellationToken> _callerOf;

    /// <param name="inner">The body.</param>
    /// <param name="measurement">Follows it.</param>
    /// <param name="callerOf">Makes of the token that a client buffers with the one that its caller can have fired.</param>
    public MeasuredContent(HttpContent inner, ReplyMeasurement measurement, Func<CancellationToken, CancellationToken> callerOf)
    {
        _inner = inner;
        _measurement = measurement;
        _callerOf = callerOf;
        HeaderCopy.Copy(inner.Headers, Headers);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await _inner.CopyToAsync(new MeasuredTarget(stream, _measurement), context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_measurement.RecordFailure(e, _callerOf(cancellationToken)))
        {
            throw;
        }

        _measurement.Completed();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            _inner.CopyTo(new MeasuredTarget(stream, _measurement), context, cancellationToken);
        }
        catch (Exception e) when (_measurement.RecordFailure(e, _callerOf(cancellationToken)))
        {
            throw;
        }

        _measurement.Completed();
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new MeasuredReplyStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _measurement);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new MeasuredReplyStream(_inner.ReadAsStream(cancellationToken), _measurement);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _measurement.Abandoned();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
