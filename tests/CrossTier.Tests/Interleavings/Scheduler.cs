namespace CrossTier.Tests.Interleavings;

/// <summary>
/// Runs a few threads so that one alone runs at any time, and a strategy decides at each access to shared memory which. What it explores calls it: see
/// <see cref="Instrumentation"/>. Threads that it did not start pass.
/// </summary>
public sealed class Scheduler(IStrategy strategy, int maxSteps)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [ThreadStatic]
    static ScheduledThread? t_current;

    readonly List<ScheduledThread> _threads = [];
    readonly ManualResetEventSlim _end = new();
    ScheduledThread? _previous;
    int _steps;

    /// <summary>What went wrong first; null if nothing did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many decisions were made.</summary>
    public int Steps => _steps;

    /// <summary>Shared memory is accessed next.</summary>
    public static void Access() => t_current?.Scheduler.Decide(PointKind.Access);

    /// <summary>A reader has copied, and looks next whether it was overtaken.</summary>
    public static void ReadBarrier() => t_current?.Scheduler.Decide(PointKind.ReadBarrier);

    /// <summary>Instead of <see cref="SpinWait.SpinOnce(int)"/>: another thread has to run before this one can go on.</summary>
    public static void Spin(ref SpinWait spinner, int sleep1Threshold)
    {
        if (t_current is null)
        {
            spinner.SpinOnce(sleep1Threshold);
        }
        else
        {
            t_current.Scheduler.Decide(PointKind.Spin);
        }
    }

    /// <summary>Instead of <see cref="Thread.GetCurrentProcessorId"/>: all threads are on the same one, so that they meet.</summary>
    public static int ProcessorId() => t_current is null ? Thread.GetCurrentProcessorId() : 0;

    /// <summary>A thread of a program has done one piece of its work.</summary>
    public static void PieceDone() => t_current?.Scheduler.Decide(PointKind.PieceDone);

    /// <summary>A lock is entered next: its thread waits here, so that the lock itself is always free.</summary>
    public static void Enter(object gate) => t_current?.Scheduler.EnterFree(gate);

    /// <summary>The lock that was entered last has been left.</summary>
    public static void Exit() => t_current?.Held.RemoveAt(t_current.Held.Count - 1);

    /// <summary>Instead of <see cref="Monitor.Enter(object, ref bool)"/>.</summary>
    public static void EnterMonitor(object gate, ref bool lockTaken)
    {
        Enter(gate);
        Monitor.Enter(gate, ref lockTaken);
    }

    /// <summary>Instead of <see cref="Monitor.Exit"/>.</summary>
    public static void ExitMonitor(object gate)
    {
        Monitor.Exit(gate);
        Exit();
    }

    /// <summary>Adds a thread, which runs when all are there, or when those have ended that it comes after.</summary>
    public ScheduledThread Add(Action work, params ScheduledThread[] after)
    {
        var thread = new ScheduledThread(this, _threads.Count, after, work);
        _threads.Add(thread);
        return thread;
    }

    /// <summary>Runs all threads to their end.</summary>
    public void Run()
    {
        _threads.ForEach(thread => thread.Start(self => t_current = self, Ended));
        Next(PointKind.Access)!.Resume();
        if (!_end.Wait(Patience))
        {
            throw new TimeoutException("A thread waits for what the scheduler does not see.");
        }

        _threads.ForEach(thread => thread.Join());
    }

    void Decide(PointKind kind)
    {
        var current = t_current!;
        if (Failure is not null)
        {
            throw new OperationCanceledException("The exploration has failed.");
        }

        if (++_steps > maxSteps)
        {
            Fail(new TimeoutException($"A thread did not come to its end in {maxSteps} steps."));
            throw new OperationCanceledException("The exploration has failed.");
        }

        _previous = current;
        if (Next(kind) is { } next && next != current)
        {
            next.Resume();
            current.Pause();
        }
    }

    void EnterFree(object gate)
    {
        var current = t_current!;
        Decide(PointKind.Access);
        current.WaitsFor = gate;
        while (!IsFree(gate, current))
        {
            if (Next(PointKind.Blocked) is not { } next)
            {
                Fail(new InvalidOperationException("All threads wait for each other."));
                break;
            }

            next.Resume();
            current.Pause();
        }

        current.WaitsFor = null;
        current.Held.Add(gate);
    }

    void Ended(ScheduledThread thread, Exception? failure)
    {
        if (failure is not null)
        {
            Fail(failure);
        }

        _previous = null;
        if (Next(PointKind.Blocked) is { } next)
        {
            next.Resume();
        }
        else
        {
            if (_threads.Any(other => !other.HasEnded))
            {
                Fail(new InvalidOperationException("Threads wait for what nobody leaves."));
            }

            _end.Set();
        }
    }

    ScheduledThread? Next(PointKind kind)
    {
        ScheduledThread[] ready = [.. _threads.Where(thread => thread.IsReady && (thread.WaitsFor is not { } gate || IsFree(gate, thread)))];
        return ready.Length == 0 ? null : Failure is not null ? ready[0] : strategy.Choose(_previous, ready, kind);
    }

    bool IsFree(object gate, ScheduledThread asking) => !_threads.Any(thread => thread != asking && thread.Held.Contains(gate));

    void Fail(Exception failure) => Failure ??= failure;
}
