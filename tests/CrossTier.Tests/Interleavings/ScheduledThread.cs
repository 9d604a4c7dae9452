namespace CrossTier.Tests.Interleavings;

/// <summary>A thread that runs when it is told to.</summary>
public sealed class ScheduledThread(Scheduler scheduler, int number, ScheduledThread[] after, Action work)
{
    readonly SemaphoreSlim _turn = new(0);
    Thread? _thread;

    public Scheduler Scheduler => scheduler;

    public int Number => number;

    /// <summary>Locks that it is in, one entry for each time.</summary>
    public List<object> Held { get; } = [];

    /// <summary>The lock that it wants to enter.</summary>
    public object? WaitsFor { get; set; }

    public bool HasEnded { get; private set; }

    public bool IsReady => !HasEnded && after.All(thread => thread.HasEnded);

    public void Start(Action<ScheduledThread> begins, Action<ScheduledThread, Exception?> ended)
    {
        _thread = new Thread(() => Run(begins, ended)) { IsBackground = true };
        _thread.Start();
    }

    public void Resume() => _turn.Release();

    public void Pause() => _turn.Wait();

    public void Join() => _thread!.Join();

    void Run(Action<ScheduledThread> begins, Action<ScheduledThread, Exception?> ended)
    {
        begins(this);
        Exception? failure = null;
        try
        {
            Pause();
            work();
        }
        catch (Exception e)
        {
            failure = e; // The test fails with it.
        }

        HasEnded = true;
        ended(this, failure);
    }
}
