using CrossTier.CompilerServices;

namespace CrossTier.Counting;

/// <summary>
/// What one thread counted in one series. Only that thread writes; a reader that meets a write in progress reads again (a seqlock), so
/// it sees each request whole without a lock on the way of a call. One that is overtaken again and again takes the cell away from where its thread looks for
/// it, and the thread hands over a copy when it fetches the cell back.
/// </summary>
/// <param name="page">Where its thread finds it; null for a cell that nobody reads while it is written.</param>
/// <param name="index">Its place there.</param>
sealed class Cell(Cell?[]? page = null, int index = 0)
{
    const int Attempts = 16;

    Copied? _handedOver;
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

    /// <summary>Takes over what a cell counted that is written no more. Nobody may read meanwhile.</summary>
    public void Add(Cell ended)
    {
        _totals.Add(ended.Copy());
        Volatile.Write(ref _started, _started + ended.Started);
    }

    /// <summary>All but what was started, of a cell that is not written meanwhile.</summary>
    public Totals Copy() => _totals.Copy();

    /// <summary>The same of a cell that may be written meanwhile. It has one reader at a time.</summary>
    public Totals Read()
    {
        _handedOver = null; // Whoever asked for it was served otherwise.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryRead(out var copy))
            {
                return copy;
            }
        }

        return AskForCopy();
    }

    /// <summary>The cell's thread does not find it where it looks: a reader waits for a copy. Called by that thread.</summary>
    public void HandOver()
    {
        Volatile.Write(ref _handedOver, new Copied(_totals.Copy()));
        Volatile.Write(ref page![index], this);
    }

    // At most the requests that hold the cell already are written before its thread looks for it again.
    Totals AskForCopy()
    {
        Volatile.Write(ref page![index], null);
        var spinner = new SpinWait();
        while (true)
        {
            if (Volatile.Read(ref _handedOver) is { } handedOver)
            {
                return handedOver.Totals;
            }

            if (TryRead(out var copy))
            {
                Volatile.Write(ref page[index], this);
                return copy;
            }

            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    bool TryRead(out Totals copy)
    {
        var before = Volatile.Read(ref _sequence);
        copy = _totals.Copy();
        Volatile.ReadBarrier();
        return (before & 1) == 0 && before == _sequence;
    }

    // Without the barrier a weakly ordered processor may show fields of this write before the odd sequence.
    void BeginWrite()
    {
        _sequence++;
        Volatile.WriteBarrier();
    }

    void EndWrite() => Volatile.Write(ref _sequence, _sequence + 1);

    sealed class Copied(in Totals totals)
    {
        public readonly Totals Totals = totals;
    }
}
