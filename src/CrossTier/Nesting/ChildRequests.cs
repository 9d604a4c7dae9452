using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>The requests that were made below a scope, and the evidence that one of them was the scope's own.</summary>
sealed class ChildRequests
{
    const int MaxKept = 8;
    const int MaxClients = 4;

    readonly Lock _gate = new();
    readonly List<RequestScope> _kept = new(1);
    List<ClientUsage>? _usage;
    List<object>? _streams;
    List<(Exception Exception, bool IsOfTool)>? _passed;
    int _time;

    /// <summary>A moment: what has ended before it is no part of a request that begins at it.</summary>
    public int Now
    {
        get
        {
            lock (_gate)
            {
                return _time;
            }
        }
    }

    /// <summary>Whether nothing was asked below.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count == 0;
            }
        }
    }

    public void Add(RequestScope child)
    {
        lock (_gate)
        {
            _time++;
            AddLast(_kept, child);
        }
    }

    /// <summary>A child has ended.</summary>
    public void Ended(RequestScope child)
    {
        lock (_gate)
        {
            child.EndedAt = ++_time;
            if (!child.IsAside && (child.Input | child.Output) != 0)
            {
                AddUsage(child.Client, child.Input, child.Output);
            }
        }
    }

    /// <summary>A stream was made below that nobody has read yet.</summary>
    public void Opened(object stream)
    {
        lock (_gate)
        {
            AddLast(_streams ??= [], stream);
        }
    }

    /// <summary>Such a stream is read now: if it is below, its reading is a child.</summary>
    public void Read(object stream)
    {
        lock (_gate)
        {
            _streams?.Remove(stream);
        }
    }

    /// <summary>An exception comes up that is no child's.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isOfTool">Whether a tool threw it, so that there was a request before; otherwise none was made.</param>
    public void Passed(Exception exception, bool isOfTool)
    {
        lock (_gate)
        {
            AddLast(_passed ??= [], (exception, isOfTool));
        }
    }

    /// <summary>Whether an object that came out is what a child has returned.</summary>
    public bool Returned(RequestScope scope, object reply)
    {
        lock (_gate)
        {
            return _kept.Exists(child => MayBe(child, scope) && ReferenceEquals(child.Reply, reply));
        }
    }

    /// <summary>Whether a request that has ended is one of the children, and not a request of its own.</summary>
    /// <param name="scope">The request.</param>
    /// <param name="since">When it began.</param>
    public bool Include(RequestScope scope, int since)
    {
        lock (_gate)
        {
            return HasThrownOf(scope)
                || (_streams is not null && scope.Reply is { } reply && _streams.Contains(reply))
                || _kept.Exists(child => MayBe(child, scope) && IsSame(child, scope))
                || HasUsageOfChildren(scope)
                || (scope.Status == RequestStatus.Cancelled && WasCancelledWith(scope, since))
                || IsComposite(scope, since);
        }
    }

    static bool MayBe(RequestScope child, RequestScope scope) => child.Class == scope.Class && !child.IsAside;

    static bool IsSame(RequestScope child, RequestScope scope) =>
        (scope.Reply is { } reply && child.Reply is { } known && HeldReply.IsShared(known, reply))
        || (scope.ResponseId is { } id && child.ResponseId == id);

    bool HasUsageOfChildren(RequestScope scope)
    {
        if (_usage is null || (scope.Input | scope.Output) == 0)
        {
            return false;
        }

        // All rounds of a loop on one client, or some of those that were asked.
        return _usage.Exists(usage => (usage.Input, usage.Output) == (scope.Input, scope.Output))
            || UsageSum.Find(
                [.. _kept.Where(child => MayBe(child, scope)).Select(child => (child.Input, child.Output))],
                (scope.Input, scope.Output)) != 0;
    }

    void AddUsage(object? client, long input, long output)
    {
        _usage ??= new(1);
        var index = _usage.FindIndex(usage => ReferenceEquals(usage.Client, client));
        if (index >= 0)
        {
            _usage[index] = new ClientUsage(client, _usage[index].Input + input, _usage[index].Output + output);
        }
        else if (_usage.Count < MaxClients)
        {
            _usage.Add(new ClientUsage(client, input, output));
        }
    }

    bool WasCancelledWith(RequestScope scope, int since)
    {
        // What has answered nothing is not what came out; what was cancelled last, whatever it asked, was the last thing done.
        var last = scope.ProducedOutput ? _kept.FindLast(child => MayBe(child, scope) && child.ProducedOutput) : _kept.LastOrDefault();
        return _kept.Exists(child => MayBe(child, scope) && !child.HasEnded)
            || (last is { Status: RequestStatus.Cancelled, HasEnded: true, IsLate: false } && last.EndedAt > since)
            || (_kept.LastOrDefault() is { Status: RequestStatus.Cancelled, HasEnded: true, IsLate: true } && HasRequestFor(scope))
            || (_passed?.LastOrDefault() is { Exception: OperationCanceledException } passed && (!passed.IsOfTool || HasRequestFor(scope)));
    }

    // Some child's, or of what no request was made for. What came out of a tool, or of a check of the reply, ended a request that is a child or none.
    bool HasThrownOf(RequestScope scope) =>
        scope.Exception is { } exception
        && (_kept.Exists(child => !child.IsLate && child.Exception is { } thrown && IsOrHolds(exception, thrown))
            || _passed?.Exists(passed => !passed.IsOfTool && IsOrHolds(exception, passed.Exception)) == true
            || ((_kept.Exists(child => child.IsLate && child.Exception is { } thrown && IsOrHolds(exception, thrown))
                || _passed?.Exists(passed => passed.IsOfTool && IsOrHolds(exception, passed.Exception)) == true)
                && HasRequestFor(scope)));

    bool HasRequestFor(RequestScope scope) => scope.HasAnswerOnWire || _kept.Exists(child => MayBe(child, scope));

    // A reply that reports no usage, made of what others have answered. What was given up is no part of a whole one.
    bool IsComposite(RequestScope scope, int since) =>
        scope.ProducedOutput
        && (scope.Status == RequestStatus.Success ? !scope.HasUsage : IsUnidentified(scope))
        && (_streams is { Count: > 0 } || _kept.Exists(child => MayBe(child, scope) && (!child.HasEnded || (child.EndedAt > since && IsPart(child, scope)))));

    static bool IsPart(RequestScope child, RequestScope scope) =>
        scope.Status == RequestStatus.Success ? child.Status != RequestStatus.Cancelled : child.ProducedOutput;

    // The usage of a stream comes last: one that was left reports not all of it, though it may have an id that no child has.
    static bool IsUnidentified(RequestScope scope) => scope.Status == RequestStatus.Cancelled && scope.ResponseId is null;

    // The last ones tell most: a loop returns the reply of its last round.
    static void AddLast<T>(List<T> kept, T item)
    {
        if (kept.Count == MaxKept)
        {
            kept.RemoveAt(0);
        }

        kept.Add(item);
    }

    static bool IsOrHolds(Exception exception, Exception thrown)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (ReferenceEquals(inner, thrown)
                || (inner is AggregateException { InnerExceptions: { Count: > 1 } all } && all.Any(one => IsOrHolds(one, thrown))))
            {
                return true;
            }
        }

        return thrown is AggregateException { InnerException: { } held } && IsOrHolds(exception, held);
    }
}
