using CrossTier.Http.Bodies;
using CrossTier.Requests;

namespace CrossTier.Http.Replies;

/// <summary>The stream of a reply: what is read from it is followed on the way, and is handed on as it came.</summary>
sealed class MeasuredReplyStream(Stream inner, ReplyMeasurement measurement) : MeasuredByteStream(inner)
{
    readonly Stream _inner = inner;

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        try
        {
            _inner.CopyTo(new MeasuredTarget(destination, measurement), bufferSize);
        }
        catch (Exception e) when (measurement.RecordFailure(e, CancellationToken.None))
        {
            throw;
        }

        measurement.Completed();
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        return CopyAsync(destination, bufferSize, cancellationToken);
    }

    // Only a body that lies in memory can be sought in: what is read after that is not what comes next.
    public override long Seek(long offset, SeekOrigin origin)
    {
        measurement.Completed();
        return base.Seek(offset, origin);
    }

    protected override void Came(ReadOnlySpan<byte> bytes) => measurement.Read(bytes);

    protected override void Ended() => measurement.Completed();

    protected override bool RecordFailure(Exception exception, CancellationToken caller) => measurement.RecordFailure(exception, caller);

    protected override void Closed() => measurement.Abandoned();

    async Task CopyAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        try
        {
            await _inner.CopyToAsync(new MeasuredTarget(destination, measurement), bufferSize, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (measurement.RecordFailure(e, cancellationToken))
        {
            throw;
        }

        measurement.Completed();
    }
}
