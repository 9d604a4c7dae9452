namespace CrossTier.Benchmarks;

/// <summary>A connection to a server that answers each request at once and without a body, on the thread that sends it: no network hides anything.</summary>
sealed class WireStream : Stream
{
    static readonly byte[] Reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    TaskCompletionSource<int>? _waiting;
    Memory<byte> _buffer;
    bool _hasReply;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    // A request without a body, which is written at once.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hasReply = buffer.EndsWith("\r\n\r\n"u8);
        if (_hasReply && _waiting is { } waiting)
        {
            _waiting = null;
            waiting.SetResult(Take(_buffer));
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_hasReply)
        {
            return new(Take(buffer));
        }

        _waiting = new();
        _buffer = buffer;
        return new(_waiting.Task);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Who reads nothing only waits until there is something.
    int Take(Memory<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        _hasReply = false;
        Reply.CopyTo(buffer);
        return Reply.Length;
    }
}
