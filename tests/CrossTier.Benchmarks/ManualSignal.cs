using System.Runtime.CompilerServices;

namespace CrossTier.Benchmarks;

/// <summary>Suspends whoever awaits it until it is fired, inline: a pending operation without a thread pool's noise.</summary>
sealed class ManualSignal : ICriticalNotifyCompletion
{
    Action? _continuation;

    public bool IsCompleted => false;

    public bool IsWaitedFor => _continuation is not null;

    public ManualSignal GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => _continuation = continuation;

    public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;

    public void Fire()
    {
        var continuation = _continuation!;
        _continuation = null;
        continuation();
    }
}
