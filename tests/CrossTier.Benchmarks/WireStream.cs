namespace CrossTier.Benchmarks;

/// <summary>A connection to a server that answers without a body, when it is told to, on the thread that tells it: no network hides anything.</summary>
sealed class WireStream : Stream
{
    static readonly byte[] Reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    volatile TaskCompletionSource<int>? _waiting;
    Memory<byte> _buffer;

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

    public override void Write(ReadOnlySpan<byte> buffer)
    {
    }

    /// <summary>Answers the request that was sent. The first one waits for its connection.</summary>
    public void Answer()
    {
        while (_waiting is null)
        {
            Thread.Yield();
        }

        var waiting = _waiting;
        _waiting = null;
        Reply.CopyTo(_buffer);
        waiting.SetResult(Reply.Length);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var waiting = new TaskCompletionSource<int>();
        _buffer = buffer;
        _waiting = waiting;
        return new(waiting.Task);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
