using System.Threading.Tasks.Sources;

namespace CrossTier.Requests;

/// <summary>
/// Brings a continuation to a pending step. An awaiter takes a delegate, which a thread lends to one step after another: otherwise each
/// stream would allocate its own.
/// </summary>
sealed class Resumption
{
    [ThreadStatic]
    static Resumption? t_spare;

    readonly Action _run;
    Action<object?>? _continuation;
    object? _state;

    Resumption() => _run = Run;

    public static void After(in ValueTask<bool> step, Action<object?> continuation, object? state, ValueTaskSourceOnCompletedFlags flags)
    {
        var resumption = t_spare ?? new Resumption();
        t_spare = null;
        resumption._continuation = continuation;
        resumption._state = state;
        var awaiter = step.ConfigureAwait((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0).GetAwaiter();
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0)
        {
            awaiter.OnCompleted(resumption._run);
        }
        else
        {
            awaiter.UnsafeOnCompleted(resumption._run);
        }
    }

    void Run()
    {
        var (continuation, state) = (_continuation, _state);
        (_continuation, _state) = (null, null);
        t_spare = this; // Before the continuation, which asks for the next step on this very thread.
        continuation!(state);
    }
}
