using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>Cuts a stream of server-sent events into whole events: what has no end is never handed on.</summary>
static class ServerEvents
{
    const int MaxEventBytes = 1024 * 1024;

    /// <param name="stream">The body of the reply.</param>
    /// <param name="patience">How long the next bytes may take.</param>
    /// <param name="maxBytes">How much is read at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">An event or the stream is too long, or an event is none.</exception>
    /// <exception cref="TimeoutException">Nothing came for too long.</exception>
    /// <exception cref="HttpIOException">The stream ended before it said so.</exception>
    public static async IAsyncEnumerable<ServerEvent> ReadAsync(
        Stream stream,
        TimeSpan patience,
        long maxBytes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream);
        var left = maxBytes;
        try
        {
            while (true)
            {
                var read = await ReadAsync(pipe, patience, cancellationToken);
                var rest = read.Buffer;
                while (TakeEvent(ref rest) is { } bytes)
                {
                    left -= bytes.Length;
                    if (left < 0)
                    {
                        throw new InvalidDataException($"The stream is longer than {maxBytes} bytes.");
                    }

                    var next = ServerEvent.Parse(bytes);
                    yield return next;
                    if (next.IsLast)
                    {
                        yield break;
                    }
                }

                if (read.IsCompleted)
                {
                    throw new HttpIOException(
                        HttpRequestError.ResponseEnded,
                        rest.IsEmpty ? "The stream ended without [DONE]." : "The stream ended within an event.");
                }

                if (rest.Length > MaxEventBytes)
                {
                    throw new InvalidDataException($"An event of the stream is larger than {MaxEventBytes} bytes.");
                }

                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    static async ValueTask<ReadResult> ReadAsync(PipeReader pipe, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle.CancelAfter(patience);
        try
        {
            return await pipe.ReadAsync(idle.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The stream was silent for {patience.TotalSeconds:0.###} s.");
        }
    }

    // An event ends with a blank line.
    static byte[]? TakeEvent(ref ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        while (reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            if (line.IsEmpty || (line.Length == 1 && line.FirstSpan[0] == (byte)'\r'))
            {
                var taken = buffer.Slice(0, reader.Position).ToArray();
                buffer = buffer.Slice(reader.Position);
                return taken;
            }
        }

        return null;
    }
}
