using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Outcomes;
using CrossTier.Protocols;
using CrossTier.Tracing;

namespace CrossTier.Requests;

/// <summary>
/// One enumeration of a stream: it starts before the first chunk is asked for and ends once, at the stream's end, its failure or when its
/// reader stops. Used by one reader at a time, as every enumeration is.
/// </summary>
class StreamRequest : IRoundReading
{
    Recorder? _recorder;
    ReplyReading _reading;
    StreamWaits? _waits;
    long _started;
    long _firstToken;
    ChunkTimes? _chunks; // null while nobody asks
    bool _hasBegun;
    bool _hasEnded;

    protected StreamRequest(IRecorderSource? source, CancellationToken caller)
    {
        Source = source;
        Caller = caller;
    }

    /// <summary>Who counts is found when the enumeration begins.</summary>
    protected IRecorderSource? Source { get; }

    protected CancellationToken Caller { get; }

    /// <summary>The token that a reader gave to its enumeration, beside the one that the call was given.</summary>
    protected CancellationToken Enumeration { get; set; }

    /// <summary>Whether its one chunk may be a whole reply.</summary>
    internal bool MayBeWhole { get; init; }

    internal static StreamRequest Start(IRecorderSource? source, CancellationToken caller, CancellationToken enumeration, bool mayBeWhole = false)
    {
        var request = new StreamRequest(source, caller) { Enumeration = enumeration, MayBeWhole = mayBeWhole };
        request.Begin();
        return request;
    }

    /// <summary>Goes on with a request that began before its stream could be read.</summary>
    internal static StreamRequest Continue(Recorder? recorder, CancellationToken caller, long started)
    {
        var request = new StreamRequest(source: null, caller) { _hasBegun = true };
        request.RecordIn(recorder);
        request.Began(started);
        return request;
    }

    /// <summary>The reader gave its enumeration a token of its own.</summary>
    internal void Enumerated(CancellationToken enumeration) => Enumeration = enumeration;

    /// <summary>Reads what opens a stream, or a page of one: no chunk.</summary>
    internal void ReadOpening<TOpening, TReader>(TOpening opening)
        where TReader : struct, IReplyReader<TOpening> =>
        GuardedReplyReader.Add<TOpening, TReader>(opening, ref _reading);

    /// <summary>What a reply that opens a stream reports in its headers is left of its rate limits.</summary>
    internal void SetRateLimitRemaining(string? requests, string? tokens) => _reading.SetRateLimitRemaining(requests, tokens);

    /// <summary>Reads a chunk that came.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="chunk">The chunk.</param>
    public void Chunk<TChunk, TReader>(TChunk chunk)
        where TReader : struct, IReplyReader<TChunk>
    {
        EndWait();
        _reading.Chunk();
        _chunks?.Chunk();
        GuardedReplyReader.Add<TChunk, TReader>(chunk, ref _reading);
        if (!typeof(TChunk).IsValueType)
        {
            (_recorder as RequestScope)?.Came(chunk);
        }

        if (_firstToken != 0)
        {
            _waits?.Chunk();
        }
        else if (_reading.HasContent)
        {
            _firstToken = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>
    /// Begins a step of the stream, such as asking for the next chunk: called before the step, in the same synchronous frame as
    /// <see cref="Leave"/>. Measured calls in it are below this request.
    /// </summary>
    public void Enter() => (_recorder as RequestScope)?.Enter();

    /// <summary>
    /// Asks for the next item of a stream. Only this step is open to measured calls below: what its reader does between two steps is not. Null
    /// for a stream that no request has brought.
    /// </summary>
    public static ValueTask<bool> NextAsync<T>(StreamRequest? request, IAsyncEnumerator<T> enumerator)
    {
        request?.Enter();
        try
        {
            var next = enumerator.MoveNextAsync();
            if (!next.IsCompleted)
            {
                request?.BeginWait();
            }

            return next;
        }
        finally
        {
            request?.Leave();
        }
    }

    /// <inheritdoc cref="NextAsync"/>
    public static bool Next<T>(StreamRequest? request, IEnumerator<T> enumerator)
    {
        request?.Enter();
        try
        {
            return enumerator.MoveNext();
        }
        finally
        {
            request?.Leave();
        }
    }

    /// <summary>Ends a step, whatever came of it.</summary>
    public void Leave() => (_recorder as RequestScope)?.Leave();

    /// <summary>
    /// Ends the request: the stream came to its end. Some SDKs end a cancelled stream without a word: then a token has fired and no usage
    /// came.
    /// </summary>
    public void Completed()
    {
        EndWait();
        End(IsCancellationRequested && !_reading.HasUsage && !_reading.HasEnded ? RequestStatus.Cancelled : RequestStatus.Success, default);
    }

    /// <summary>Ends the request if it has not ended: its reader stopped. It is cancelled, unless the response itself had ended.</summary>
    public void Abandoned() => End(_reading.HasEnded ? RequestStatus.Success : RequestStatus.Cancelled, default);

    /// <summary>Ends the request as failed, or as cancelled if a token of the caller fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What the stream threw.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception)
    {
        if (!_hasEnded)
        {
            EndWait(isFailure: true);
            if (_recorder is RequestScope scope)
            {
                scope.Exception = exception;
            }

            var failure = ReportedFailure.Of(exception, Enumeration.IsCancellationRequested ? Enumeration : Caller);
            _reading.SetRateLimitRemaining(failure.Requests, failure.Tokens);
            End(failure.Status, failure.Error);
        }

        return false;
    }

    /// <summary>The stream could not be opened. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>Always false.</returns>
    protected internal bool RecordUnopened(Exception exception)
    {
        Begin();
        return RecordFailure(exception);
    }

    /// <summary>Its reader has let go of it: it ends as cancelled, as of when it was last heard of.</summary>
    protected void Dropped() => End(RequestStatus.Cancelled, default, _firstToken == 0 ? _started : _firstToken);

    bool IsCancellationRequested => Enumeration.IsCancellationRequested || Caller.IsCancellationRequested;

    /// <summary>The next chunk is not there: the server is waited for. Until the first one has come, that is the time to the first token.</summary>
    protected void BeginWait()
    {
        if (_reading.HasChunk && _recorder is not null)
        {
            (_waits ??= StreamWaits.Rent()).Begin(Stopwatch.GetTimestamp());
        }
    }

    // No token comes of a wait that ends in a failure.
    void EndWait(bool isFailure = false)
    {
        if (_waits is { IsPending: true } waits)
        {
            waits.End(Stopwatch.GetTimestamp(), isForToken: _firstToken != 0 && !isFailure);
        }
    }

    /// <summary>Starts the request, the first time.</summary>
    protected void Begin()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            RecordIn(Source?.GetRecorder());
            _recorder?.Start();
            Began(Stopwatch.GetTimestamp());
        }
    }

    Outcome IRoundReading.EndRound()
    {
        var status = _reading.Failure is null ? RequestStatus.Success : RequestStatus.Failure;
        var outcome = OutcomeOf(status, _reading.Failure ?? default, Stopwatch.GetTimestamp());
        _reading = default;
        _firstToken = 0;
        return outcome;
    }

    void IRoundReading.BeginRound() => Began(Stopwatch.GetTimestamp());

    void Began(long started)
    {
        _started = started;
        _chunks = ChunkTimes.Of(started, RequestSpans.IsOn);
    }

    void RecordIn(Recorder? recorder)
    {
        _recorder = recorder;
        if (recorder is RequestScope scope)
        {
            scope.Stream = this;
        }
    }

    void End(RequestStatus status, ErrorKind error) => End(status, error, Stopwatch.GetTimestamp());

    void End(RequestStatus status, ErrorKind error, long now)
    {
        if (_hasEnded || !_hasBegun)
        {
            return;
        }

        _hasEnded = true;
        GC.SuppressFinalize(this);
        if (status != RequestStatus.Failure && _reading.Failure is { } failure)
        {
            (status, error) = (RequestStatus.Failure, failure); // Who stops reading at a failure has not cancelled.
        }

        _recorder?.End(OutcomeOf(status, error, now));
    }

    Outcome OutcomeOf(RequestStatus status, ErrorKind error, long now)
    {
        long? firstToken = _firstToken == 0 ? null : _firstToken - _started;
        var outcome = new Outcome(status, error, now - _started, firstToken, _reading, _reading.HasOutput(status, isReported: _reading.Failure is not null))
        {
            Chunks = MayBeWhole && firstToken is null ? null : _chunks,
        };
        return _waits is null ? outcome : WithWaits(outcome);
    }

    Outcome WithWaits(in Outcome outcome)
    {
        var waits = _waits!;
        _waits = null;
        var timed = outcome with
        {
            StallTicks = waits.Longest > 0 ? waits.Longest : null,
            OutputTokenTicks = outcome.Reading.HasUsage ? waits.PerOutputToken(outcome.Reading.Output, outcome.Reading.Counts.ReasoningOutput) : null,
        };
        waits.Return();
        return timed;
    }
}
