using CrossTier.CompilerServices;

namespace CrossTier.Counting;

/// <summary>
/// What one thread counted in one series. Only that thread writes; a reader that meets a write in progress reads again (a seqlock), so
/// it sees each request whole without a lock on the way of a call.
/// </summary>
sealed class Cell
{
    int _sequence;
    long _started;
    Totals _totals;

    /// <summary>What was started is read by itself, after what ended: it needs no sequence.</summary>
    public long Started => Volatile.Read(ref _started);

    public void Start() => Volatile.Write(ref _started, _started + 1);

    public void End(in Outcome outcome, bool moved)
    {
        BeginWrite();
        _totals.End();
        if (!moved)
        {
            _totals.Record(outcome);
        }

        EndWrite();
    }

    public void Succeed(long ticks, in ReplyReading reading)
    {
        BeginWrite();
        _totals.End();
        _totals.Succeed(ticks, reading);
        EndWrite();
    }

    public void Record(in Outcome outcome)
    {
        BeginWrite();
        _totals.Record(outcome);
        EndWrite();
    }

    public void Retried(int attempts)
    {
        BeginWrite();
        _totals.Retried(attempts);
        EndWrite();
    }

    /// <summary>Takes over what a cell counted that is written no more.</summary>
    public void Add(Cell ended)
    {
        BeginWrite();
        _totals.Add(ended.Read());
        EndWrite();
        Volatile.Write(ref _started, _started + ended.Started);
    }

    /// <summary>All but what was started.</summary>
    public Totals Read()
    {
        var spinner = new SpinWait();
        while (true)
        {
            var before = Volatile.Read(ref _sequence);
            var copy = _totals.Copy();
            Volatile.ReadBarrier();
            if ((before & 1) == 0 && before == _sequence)
            {
                return copy;
            }

            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    // Without the barrier a weakly ordered processor may show fields of this write before the odd sequence.
    void BeginWrite()
    {
        _sequence++;
        Volatile.WriteBarrier();
    }

    void EndWrite() => Volatile.Write(ref _sequence, _sequence + 1);
}
