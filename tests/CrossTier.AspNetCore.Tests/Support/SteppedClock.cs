namespace CrossTier.Pages.Tests.Support;

/// <summary>A clock of the future that stands until it is moved, and that knows its timers.</summary>
sealed class SteppedClock : TimeProvider
{
    readonly List<Timer> _timers = [];
    TimeSpan _elapsed;

    /// <summary>Timers that were not disposed.</summary>
    public int Timers => _timers.Count;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2100, 1, 1, 12, 0, 0, TimeSpan.Zero) + _elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), _elapsed + dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves on, and does what is due on the way.</summary>
    public void Advance(TimeSpan time)
    {
        var end = _elapsed + time;
        while (_timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is { } next)
        {
            _elapsed = next.Due;
            next.Due += next.Period;
            next.Act();
        }

        _elapsed = end;
    }

    sealed class Timer(SteppedClock clock, Action act, TimeSpan due, TimeSpan period) : ITimer
    {
        public Action Act => act;

        public TimeSpan Due { get; set; } = due;

        public TimeSpan Period => period;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => throw new NotSupportedException();

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
