using System.Net;
using CrossTier.CompilerServices;
using CrossTier.Http.Bodies;

namespace CrossTier.Http.Requests;

/// <summary>A request's body that is looked at while it is being sent: it names the model, and is not there before.</summary>
sealed class MeasuredRequestContent : HttpContent, IBodyReader
{
    readonly HttpContent _inner;
    readonly WireRequest _request;
    ModelScan _scan = new();

    public MeasuredRequestContent(HttpContent inner, WireRequest request)
    {
        _inner = inner;
        _request = request;
        HeaderCopy.Copy(inner.Headers, Headers);
    }

    /// <summary>The body itself.</summary>
    public HttpContent Inner => _inner;

    public void Read(ReadOnlySpan<byte> bytes)
    {
        _scan.Read(bytes);
        if (_scan.IsOver)
        {
            _request.Start(_scan.Model);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _scan = new();
        await _inner.CopyToAsync(new MeasuredTarget(stream, this), context, cancellationToken).ConfigureAwait(false);
        _request.Start(model: null);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _scan = new();
        _inner.CopyTo(new MeasuredTarget(stream, this), context, cancellationToken);
        _request.Start(model: null);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }
}
