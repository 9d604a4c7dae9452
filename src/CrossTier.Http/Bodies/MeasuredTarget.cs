namespace CrossTier.Http.Bodies;

/// <summary>Where a body is copied to: what passes is read, and handed on as it came.</summary>
sealed class MeasuredTarget(Stream target, IBodyReader reader) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        target.Write(buffer, offset, count);
        reader.Read(buffer.AsSpan(offset, count));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        target.Write(buffer);
        reader.Read(buffer);
    }

    public override void WriteByte(byte value)
    {
        target.WriteByte(value);
        reader.Read([value]);
    }

    // Read first: the writer may use its buffer again once the task has ended.
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        reader.Read(buffer.AsSpan(offset, count));
        return target.WriteAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reader.Read(buffer.Span);
        return target.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
