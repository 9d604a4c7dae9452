using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>
/// A request of a layer that may have another layer above or below it. Its opener counts it at its end, unless there is evidence that a request
/// below was the same one. It is ambient while the layer's call runs: set, used and restored in one synchronous frame, from where it flows with
/// the execution context.
/// </summary>
/// <param name="counter">Where it is counted; null if a layer below is known to count it.</param>
/// <param name="labels">What is handed down.</param>
/// <param name="addressee">The layer that the labels are for; null if they are for any layer.</param>
/// <param name="identity">What is known before it starts.</param>
/// <param name="client">The client that is asked.</param>
/// <param name="parent">What is around it.</param>
sealed partial class RequestScope(
    Recorder? counter,
    InheritedLabels labels,
    IMeasuringLayer? addressee,
    RequestIdentity identity,
    object? client,
    ParentScope parent) : Recorder
{
    readonly RequestScope? _above = parent.Scope ?? parent.Hidden;
    readonly bool _isBelow = parent.Scope is not null;
    readonly bool _isInBetween = parent.IsInBetween;
    ChildRequests? _children;
    DeferredRequests? _deferred;
    int _since;
    bool _isReplyOfChild;
    int _ended;

    /// <summary>What is handed down.</summary>
    public InheritedLabels Labels => labels;

    /// <summary>The layer that the labels are for; null if they are for whichever comes first.</summary>
    public IMeasuringLayer? Addressee => addressee;

    public OperationClass Class => identity.Class;

    /// <summary>Whether it is known to be no part of the request around it.</summary>
    public bool IsAside => identity.Role != CallRole.Unknown || _isInBetween;

    /// <summary>Whether the request around it had been answered before it was asked.</summary>
    public bool IsLate => identity.Role == CallRole.LateAside;

    /// <summary>Who was asked.</summary>
    public object? Client => client;

    /// <summary>The reply, or the last chunk of it.</summary>
    public object? Reply { get; private set; }

    /// <summary>What came out in the place of a reply.</summary>
    public Exception? Exception { get; set; }

    public bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>When it ended, in the time of the scope around it.</summary>
    public int EndedAt { get; set; }

    public RequestStatus Status { get; private set; }

    public bool ProducedOutput { get; private set; }

    public bool HasUsage { get; private set; }

    public long Input { get; private set; }

    public long Output { get; private set; }

    public string? ResponseId { get; private set; }

    /// <summary>Whether it is a framework's call, whose requests are one after another and not itself.</summary>
    public bool HasRounds { get; init; }

    /// <summary>The request of such a call that is under way.</summary>
    public RequestScope? Round { get; set; }

    /// <summary>Whether a request on the wire that waits for its end was answered.</summary>
    public bool HasAnswerOnWire => Volatile.Read(ref _deferred)?.HasAnswer == true;

    /// <summary>Whether it may count; else a layer below is known to do so.</summary>
    public bool IsCounter => counter is not null;

    /// <summary>What may answer in the place of a request; null if nothing does.</summary>
    public AnswerCache? Cache { get; init; }

    /// <summary>The requests below, made for a scope whose requests share them.</summary>
    public ChildRequests Children => LazyInitializer.EnsureInitialized(ref _children);

    /// <summary>Looks at the requests below another scope as its own, from now on.</summary>
    public void Share(ChildRequests children)
    {
        _children = children;
        _since = children.Now;
    }

    public override void Start()
    {
        if (_isBelow)
        {
            _above!.Add(this);
        }

        counter?.Start();
        StartSpan();
        _started = Stopwatch.GetTimestamp();
    }

    /// <summary>A reply came, or a part of one.</summary>
    public void Came(object? reply)
    {
        if (reply is null)
        {
            return;
        }

        Reply = reply;
        if (!_isReplyOfChild && Volatile.Read(ref _children) is { } children)
        {
            _isReplyOfChild = children.Returned(this, reply);
        }
    }

    public override void End(in Outcome outcome)
    {
        Leave();
        Remember(outcome);
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        var deferred = Volatile.Read(ref _deferred);
        if (_isBetweenRounds)
        {
            deferred?.Release(); // What came out is no reply to a further request.
        }
        else
        {
            Settle(!_hasEndedRounds || Stream is not null ? outcome : outcome with { Ticks = Stopwatch.GetTimestamp() - _started }, deferred);
        }

        Closed();
    }

    public override void Withdraw()
    {
        Leave();
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            if (!_isBetweenRounds)
            {
                counter?.Withdraw();
                StopSpan(hasCounted: false);
            }

            Volatile.Read(ref _deferred)?.Release();
            Closed();
        }
    }

    public override void Retried(int attempts)
    {
        if (attempts > 0)
        {
            counter?.Retried(attempts);
        }
    }

    public override void Keep(RateLimitRemaining remaining) => counter?.Keep(remaining);

    /// <summary>A stream was made below, to be read later.</summary>
    public void Opened(object stream)
    {
        if (counter is not null && IsOpen)
        {
            Children.Opened(stream);
        }
    }

    /// <summary>Such a stream is read now.</summary>
    public void Read(object stream) => Volatile.Read(ref _children)?.Read(stream);

    /// <summary>An exception comes up that is no child's.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isOfTool">Whether a tool threw it; otherwise no request was made.</param>
    public void Passed(Exception exception, bool isOfTool)
    {
        if (counter is not null && !HasEnded)
        {
            Children.Passed(exception, isOfTool);
        }
    }

    /// <summary>Has a request on the wire wait for the end of this one.</summary>
    /// <returns>False if this one has ended.</returns>
    public bool Defer(IDeferredRequest request)
    {
        var deferred = LazyInitializer.EnsureInitialized(ref _deferred);
        return deferred.Add(request) && (!HasEnded || !deferred.Remove(request));
    }

    // A server that is not known may be any.
    bool MayAsk(Uri address) =>
        (counter as Series)?.Target is not { Address: { } host, Port: int port } || (host == address.IdnHost && port == address.Port);

    // Where a layer below is known to count, there is nothing to find out.
    void Add(RequestScope child)
    {
        if (counter is not null && !HasEnded)
        {
            Children.Add(child);
        }
    }

    // What is kept of the requests below is of no use any more, and contexts may hold this scope for long.
    void Closed()
    {
        Volatile.Write(ref _children, null);
        if (!_isBelow && Exception is { } exception)
        {
            _above?.Passed(exception, isOfTool: true);
        }

        if (!EndedInScope())
        {
            Reply = null;
            Exception = null;
        }
    }

    bool EndedInScope()
    {
        if (!_isBelow || _above!.HasEnded)
        {
            return false;
        }

        Volatile.Read(ref _above._children)?.Ended(this);
        return true;
    }
}
