using System.ComponentModel;
using System.Diagnostics;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Outcomes;
using CrossTier.Protocols;
using CrossTier.Requests;
using CrossTier.Tracing;

namespace CrossTier.CompilerServices;

/// <summary>
/// One HTTP request to an inference endpoint, as the HTTP handler sees it. Below a layer of ours that may have sent it, it waits for the end of
/// that one to learn whether it is its request or an attempt of it; else it is a request of its own. It ends once; one that is forgotten ends when
/// it is collected.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WireRequest
{
    readonly Lock _gate = new();
    readonly long _began = Stopwatch.GetTimestamp();
    readonly RequestSource _source;
    readonly Uri _address;
    readonly RequestScope _scope;
    readonly ParentScope _parent;
    readonly Counter _counter;
    readonly ChunkTimes? _chunks;
    readonly ActivityContext? _around; // what is current where it waits for a scope, which has no span where a layer below counts for it
    ReplyReading _reading;
    long _seen;
    long _firstToken;
    int _status;
    int _retries;
    bool _isWhole;
    ErrorKind? _told;
    bool _mayBeRepeated;
    bool _hasEnded;

    WireRequest(CallSite site, Uri address, long? length)
    {
        _source = site.Source;
        _address = address;
        _parent = _source.FindParent();
        _counter = new Counter(this, length);
        var owner = RequestScope.Around(_source.Identity.Class, address);
        _scope = new RequestScope(
            _counter,
            _source.LabelsUnder(_parent),
            addressee: null,
            _source.Identity,
            client: null,
            owner is null ? _parent : default)
        {
            IsUntraced = owner is not null,
        };
        _around = owner is not null && RequestSpans.IsOn ? Activity.Current?.Context ?? default(ActivityContext) : null;
        _counter.Defer(owner);
        _scope.Start();
        _chunks = ChunkTimes.Of(_began, RequestSpans.IsOn);
    }

    /// <summary>Ends a request whose reply was neither read nor disposed, as of when something of it came last.</summary>
    ~WireRequest() => GiveUp(_seen == 0 ? Stopwatch.GetTimestamp() : _seen);

    /// <summary>How long ago it began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    /// <summary>What the reply reported so far.</summary>
    public ref ReplyReading Reading => ref _reading;

    /// <summary>Begins a request before it is sent.</summary>
    /// <param name="site">Where it is counted if no layer above does.</param>
    /// <param name="address">Where it is sent.</param>
    /// <param name="length">How long its body is; null if that is not known. Another attempt has the same.</param>
    /// <returns>Null if nothing is measured in this process.</returns>
    public static WireRequest? Begin(CallSite site, Uri address, long? length)
    {
        if (Registry.IsDisabled)
        {
            return null;
        }

        Registry.Shared.Endpoints.AddMeasured(address);
        return new WireRequest(site, address, length);
    }

    /// <summary>Makes it ambient for further handlers below, in the same synchronous frame as <see cref="Leave"/>.</summary>
    public void Enter() => _scope.Enter();

    /// <summary>Restores what was ambient before.</summary>
    public void Leave() => _scope.Leave();

    /// <summary>Names the model that is asked for, once: from then on the request is in flight.</summary>
    /// <param name="model">The model, or null if the request does not say.</param>
    public void Start(string? model) => _counter.Name(model);

    /// <summary>It repeats a request that failed: one more attempt on the wire.</summary>
    public void Repeats() => Interlocked.Increment(ref _retries);

    /// <summary>Keeps what the reply's headers say is left of the rate limits.</summary>
    /// <param name="requests">Requests that may follow, or null.</param>
    /// <param name="tokens">Tokens that may follow, or null.</param>
    public void SetRateLimitRemaining(string? requests, string? tokens) => _reading.SetRateLimitRemaining(requests, tokens);

    /// <summary>The reply's status came.</summary>
    /// <param name="status">The HTTP status.</param>
    public void Answered(int status)
    {
        _status = status;
        Seen();
    }

    /// <summary>All of the reply that counts came: whoever stops reading now has not cancelled.</summary>
    /// <param name="hasFailed">Whether the reply reports a failure.</param>
    /// <param name="code">The code of its error, or null.</param>
    /// <param name="message">What the error reads like in prose, or null.</param>
    public void Answered(bool hasFailed, string? code, string? message)
    {
        _isWhole = true;
        _told = hasFailed ? ErrorTable.KindOf(_status, code, message) : null;
    }

    /// <summary>Something of the reply came.</summary>
    public void Seen() => _seen = Stopwatch.GetTimestamp();

    /// <summary>A chunk of a stream came and is read into <see cref="Reading"/>.</summary>
    public void Chunk()
    {
        _reading.Chunk();
        _chunks?.Chunk();
        if (_firstToken == 0 && _reading.HasContent)
        {
            _firstToken = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Ends the request as a success.</summary>
    public void Completed() => End(RequestStatus.Success, default, Stopwatch.GetTimestamp());

    /// <summary>Ends the request: its reader stopped. It is cancelled, unless it was answered with an error or the response had ended.</summary>
    public void Abandoned() => GiveUp(Stopwatch.GetTimestamp());

    /// <summary>Ends the request as failed: it was answered with the HTTP status of a failure, or with an error.</summary>
    /// <param name="code">The code of the error, or null.</param>
    /// <param name="message">What the error reads like in prose, or null.</param>
    public void RecordFailure(string? code, string? message)
    {
        var error = ErrorTable.KindOf(_status, code, message);
        _mayBeRepeated = _status is 408 or 409 or 429 or >= 500
            || (_status < 400 && error is ErrorKind.RateLimited or ErrorKind.Timeout or ErrorKind.Unavailable);
        End(RequestStatus.Failure, error, Stopwatch.GetTimestamp(), isReported: true);
    }

    /// <summary>Ends the request as failed, or as cancelled if the caller's token fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="caller">The caller's token.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception, CancellationToken caller)
    {
        var failure = ReportedFailure.Of(exception, caller);
        _mayBeRepeated = true;
        _scope.Exception = exception;
        End(failure.Status, failure.Error, Stopwatch.GetTimestamp());
        return false;
    }

    void GiveUp(long now)
    {
        if (_isWhole)
        {
            End(_told is null ? RequestStatus.Success : RequestStatus.Failure, _told ?? default, _seen, isReported: _told is not null);
            return;
        }

        var status = _status >= 300 ? RequestStatus.Failure : _reading.HasEnded ? RequestStatus.Success : RequestStatus.Cancelled;
        End(status, ErrorTable.OfStatus(_status), now);
    }

    void End(RequestStatus status, ErrorKind error, long now, bool isReported = false)
    {
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
        }

        Start(model: null);
        GC.SuppressFinalize(this);
        long? firstToken = _firstToken == 0 ? null : _firstToken - _began;
        _scope.End(new Outcome(status, error, now - _began, firstToken, _reading, _reading.HasOutput(status, isReported))
        {
            Chunks = _chunks?.First is null ? null : _chunks,
        });
    }

    Series SeriesOf(string? model) => _source.GetSeries(new ClientLabels(null, null, _address), model, _parent);

    /// <summary>Counts the request once its model is known, and not before the scope around it has left it to itself.</summary>
    sealed class Counter(WireRequest request, long? length) : Recorder, IDeferredRequest
    {
        string? _model;
        bool _isNamed;
        bool _isWaiting;
        bool _isLeft;
        Series? _series;
        Outcome? _outcome;
        Series? _asked;
        DateTime _ended;

        public override SpanHead? Head => request._source.HeadOf(request._address, request._parent);

        public override Series? Asked => _asked;

        public DeferredFacts Facts
        {
            get
            {
                lock (request._gate)
                {
                    return new(request._address, length, _outcome?.Status, request._mayBeRepeated, _outcome?.Reading ?? request._reading);
                }
            }
        }

        public void Defer(RequestScope? owner)
        {
            _isWaiting = owner is not null;
            if (owner?.Defer(this) == false)
            {
                _isWaiting = false;
            }
        }

        public void Name(string? model)
        {
            lock (request._gate)
            {
                if (!_isNamed)
                {
                    (_isNamed, _model) = (true, model);
                    StartNow();
                }
            }
        }

        public override void Start()
        {
        }

        public override void End(in Outcome outcome)
        {
            lock (request._gate)
            {
                _outcome = outcome;
                _ended = DateTime.UtcNow;
                EndNow();
            }
        }

        /// <summary>One below was the same request, and is counted.</summary>
        public override void Withdraw()
        {
            lock (request._gate)
            {
                _isLeft = true;
                _series?.Withdraw();
                _series = null;
            }
        }

        public void Claim()
        {
            lock (request._gate)
            {
                (_isWaiting, _isLeft) = (false, true);
            }
        }

        public void Release()
        {
            lock (request._gate)
            {
                _isWaiting = false;
                StartNow();
                EndNow();
            }
        }

        public override void Retried(int attempts) => Interlocked.Add(ref request._retries, attempts);

        // The reply passes through the handler above too, which reads its headers.
        public override void Keep(RateLimitRemaining remaining)
        {
        }

        void StartNow()
        {
            if (_isNamed && !_isWaiting && !_isLeft && _series is null)
            {
                _series = _asked = request.SeriesOf(_model);
                _series.Start();
            }
        }

        void EndNow()
        {
            if (_series is { } series && _outcome is { } outcome)
            {
                (_series, _isLeft) = (null, true);
                if (request._retries > 0)
                {
                    series.Retried(request._retries);
                }

                series.End(outcome);
                if (request._around is { } around)
                {
                    RequestSpans.Add(around, new SpanFacts(series, outcome, _ended));
                }
            }
        }
    }
}
