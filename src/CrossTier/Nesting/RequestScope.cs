using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>
/// A request of a layer that may have another layer below it. The first layer below takes the scope and counts the request; its opener
/// counts only what nobody took. It is ambient while the layer's call runs: set, used and restored in one synchronous frame, from where it
/// flows with the execution context.
/// </summary>
sealed class RequestScope(Recorder? counter, InheritedLabels labels, IMeasuringLayer? addressee) : Recorder
{
    const int Taken = 1;
    const int Ended = 2;

    static readonly AsyncLocal<RequestScope?> Ambient = new();

    readonly object? _tool = ToolInvocation.Current;
    WireAttempts? _attempts;
    RequestScope? _outer;
    bool _entered;
    int _state;

    /// <summary>Takes what the scope above hands down, if one is open, and has its opener not count.</summary>
    /// <param name="self">The layer that asks, if labels can be addressed to it.</param>
    public static ParentScope Take(IMeasuringLayer? self)
    {
        if (Ambient.Value is not { } scope || !scope.TryTake())
        {
            return default;
        }

        var addressed = self is not null && ReferenceEquals(scope.Addressee, self);
        return new ParentScope(addressed || scope.Addressee is null ? scope.Labels : scope.Labels.CallOnly, addressed);
    }

    /// <summary>Whether there may be a scope above.</summary>
    public static bool HasParent => Ambient.Value is not null;

    /// <summary>The innermost scope that is open around a request on the wire, which its layer counts. Null if no layer does.</summary>
    public static RequestScope? Counting() => Ambient.Value is { IsTaken: false, IsOpen: true } scope ? scope : null;

    /// <summary>Hides all scopes from what is called next, until <see cref="Restore"/>.</summary>
    public static RequestScope? Hide()
    {
        var hidden = Ambient.Value;
        if (hidden is not null)
        {
            Ambient.Value = null;
        }

        return hidden;
    }

    public static void Restore(RequestScope? hidden)
    {
        if (hidden is not null)
        {
            Ambient.Value = hidden;
        }
    }

    /// <summary>What is handed down.</summary>
    public InheritedLabels Labels => labels;

    /// <summary>The layer that the labels are for; null if they are for whichever comes first.</summary>
    public IMeasuringLayer? Addressee => addressee;

    /// <summary>Whether a layer below counts.</summary>
    public bool IsTaken => (Volatile.Read(ref _state) & Taken) != 0;

    public override void Start() => counter?.Start();

    public override void End(in Outcome outcome)
    {
        Leave();
        if (Interlocked.Or(ref _state, Ended) == 0)
        {
            counter?.End(outcome);
        }
    }

    public override void Withdraw() => TryTake();

    public override void Retried(int attempts) => counter?.Retried(attempts);

    public override void Keep(RateLimitRemaining remaining) => counter?.Keep(remaining);

    /// <summary>A request goes out on the wire: one that repeats a failed one is a retry.</summary>
    public void Attempt(Uri address)
    {
        if (Volatile.Read(ref _attempts)?.Repeats(address) == true)
        {
            Retried(1);
        }
    }

    /// <summary>A request on the wire failed in a way that is worth another attempt.</summary>
    public void AttemptFailed(Uri address) => LazyInitializer.EnsureInitialized(ref _attempts).Failed(address);

    public void Enter()
    {
        _outer = Ambient.Value;
        _entered = true;
        Ambient.Value = this;
    }

    /// <summary>Restores what was ambient before; nothing happens if the frame that entered has been left already.</summary>
    public void Leave()
    {
        if (_entered)
        {
            _entered = false;
            Ambient.Value = _outer;
            _outer = null;
        }
    }

    bool IsOpen => (Volatile.Read(ref _state) & Ended) == 0 && ReferenceEquals(_tool, ToolInvocation.Current);

    bool TryTake()
    {
        if (!IsOpen)
        {
            return false;
        }

        var before = Interlocked.Or(ref _state, Taken);
        if (before == 0)
        {
            counter?.Withdraw();
        }

        return (before & Ended) == 0;
    }
}
