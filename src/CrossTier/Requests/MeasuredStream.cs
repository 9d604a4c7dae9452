using System.Threading.Tasks.Sources;
using CrossTier.CompilerServices;
using CrossTier.Counting;

namespace CrossTier.Requests;

/// <summary>
/// A stream whose every enumeration is a request. The first enumeration uses this object itself, further ones get their own. A pending
/// <c>MoveNextAsync</c> is forwarded: who awaits it hangs on the inner one, with its own context, and the result is looked at on the way.
/// </summary>
sealed class MeasuredStream<TChunk, TReader> : StreamRequest, IAsyncEnumerable<TChunk>, IAsyncEnumerator<TChunk>, IValueTaskSource<bool>
    where TReader : struct, IReplyReader<TChunk>
{
    readonly IAsyncEnumerable<TChunk> _stream;
    IAsyncEnumerator<TChunk>? _inner;
    ValueTask<bool> _pending;
    int _taken;
    short _version;

    public MeasuredStream(IRecorderSource source, CancellationToken caller, IAsyncEnumerable<TChunk> stream)
        : base(source, caller)
    {
        _stream = stream;
    }

    /// <summary>Dropped by its reader.</summary>
    ~MeasuredStream() => Dropped();

    public TChunk Current => _inner!.Current;

    public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return new MeasuredStream<TChunk, TReader>(Source!, Caller, _stream).GetAsyncEnumerator(cancellationToken);
        }

        Enumeration = cancellationToken;
        try
        {
            _inner = _stream.GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception e) when (RecordUnopened(e))
        {
            throw;
        }

        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        Begin();
        ValueTask<bool> next;
        Enter();
        try
        {
            next = _inner!.MoveNextAsync();
        }
        catch (Exception e) when (RecordFailure(e))
        {
            throw;
        }
        finally
        {
            Leave();
        }

        if (next.IsCompletedSuccessfully)
        {
            return new ValueTask<bool>(Moved(next.Result));
        }

        BeginWait();
        _pending = next;
        return new ValueTask<bool>(this, ++_version);
    }

    public ValueTask DisposeAsync()
    {
        Abandoned();
        Enter();
        try
        {
            return _inner!.DisposeAsync();
        }
        finally
        {
            Leave();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token)
    {
        ThrowUnlessCurrent(token);
        return !_pending.IsCompleted ? ValueTaskSourceStatus.Pending
            : _pending.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
            : _pending.IsCanceled ? ValueTaskSourceStatus.Canceled
            : ValueTaskSourceStatus.Faulted;
    }

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        ThrowUnlessCurrent(token);
        Resumption.After(_pending, continuation, state, flags);
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        ThrowUnlessCurrent(token);
        var pending = _pending;
        if (pending.IsCompleted)
        {
            _version++;
            _pending = default;
        }

        try
        {
            return Moved(pending.GetAwaiter().GetResult());
        }
        catch (Exception e) when (RecordFailure(e))
        {
            throw;
        }
    }

    bool Moved(bool hasNext)
    {
        if (hasNext)
        {
            Chunk<TChunk, TReader>(_inner!.Current);
        }
        else
        {
            Completed();
        }

        return hasNext;
    }

    void ThrowUnlessCurrent(short token)
    {
        if (token != _version)
        {
            throw new InvalidOperationException("The result of a MoveNextAsync was asked for after the next one began, or twice.");
        }
    }
}
