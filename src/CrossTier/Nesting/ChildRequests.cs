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
            if (_kept.Count == MaxKept)
            {
                _kept.RemoveAt(0); // The last ones tell most: a loop returns the reply of its last round.
            }

            _kept.Add(child);
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
            (_streams ??= []).Add(stream);
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
            return scope.Exception is { } exception && _kept.Exists(child => child.Exception is { } thrown && IsOrHolds(exception, thrown))
                || (_streams is not null && scope.Reply is { } reply && _streams.Contains(reply))
                || _kept.Exists(child => MayBe(child, scope) && IsSame(child, scope))
                || HasUsageOfChildren(scope)
                || (scope.Status == RequestStatus.Cancelled && WasCancelledWith(scope, since))
                || IsComposite(scope, since);
        }
    }

    static bool MayBe(RequestScope child, RequestScope scope) => child.Class == scope.Class && !child.IsAside;

    static bool IsSame(RequestScope child, RequestScope scope) =>
        (scope.Reply is not null && ReferenceEquals(child.Reply, scope.Reply))
        || (scope.ResponseId is { } id && child.ResponseId == id);

    bool HasUsageOfChildren(RequestScope scope)
    {
        if (_usage is null || (scope.Input | scope.Output) == 0)
        {
            return false;
        }

        // All rounds of a loop on one client, or some of those that were asked.
        return _usage.Exists(usage => (usage.Input, usage.Output) == (scope.Input, scope.Output))
            || IsSum(_kept.FindAll(child => MayBe(child, scope)), scope.Input, scope.Output);
    }

    static bool IsSum(List<RequestScope> children, long input, long output)
    {
        for (var selection = 1; selection < 1 << children.Count; selection++)
        {
            var (restInput, restOutput) = (input, output);
            for (var bit = 0; bit < children.Count; bit++)
            {
                if ((selection & (1 << bit)) != 0)
                {
                    (restInput, restOutput) = (restInput - children[bit].Input, restOutput - children[bit].Output);
                }
            }

            if ((restInput, restOutput) == (0, 0))
            {
                return true;
            }
        }

        return false;
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
            || (last is { Status: RequestStatus.Cancelled, HasEnded: true } && last.EndedAt > since);
    }

    // A reply that reports no usage, made of what others have answered.
    bool IsComposite(RequestScope scope, int since) =>
        !scope.HasUsage && scope.ProducedOutput
        && (_streams is not null || _kept.Exists(child => MayBe(child, scope) && (!child.HasEnded || child.EndedAt > since)))
        && (scope.Status == RequestStatus.Success || IsUnidentified(scope));

    // The usage of a stream comes last: one that was left reports none, though it may have an id that no child has.
    static bool IsUnidentified(RequestScope scope) => scope.Status == RequestStatus.Cancelled && scope.ResponseId is null;

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
