using System.Net;
using System.Net.Http.Headers;

namespace CrossTier.Http.Tests.Support;

/// <summary>Answers with parts of a body of which each read returns one: where a network cuts is left to chance, here it is not.</summary>
sealed class CannedHandler(string type, params byte[][] parts) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(new PartStream(new Queue<byte[]>(parts.Where(part => part.Length > 0))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    sealed class PartStream(Queue<byte[]> left) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!left.TryDequeue(out var part))
            {
                return 0;
            }

            part.CopyTo(buffer, offset);
            return part.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
