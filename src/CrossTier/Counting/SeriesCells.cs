using CrossTier.CompilerServices;

namespace CrossTier.Counting;

/// <summary>
/// The counters of one series: a cell for each thread that records in it, within a budget of memory, shared stripes past it, and what
/// threads that ended left behind.
/// </summary>
sealed class SeriesCells
{
    static int s_count;

    // Listing and retiring cells exclude each other; no call waits here but a thread's first of this series.
    readonly Lock _gate = new();
    readonly List<Cell> _cells = [];
    Cell? _retired;
    Stripes? _stripes;

    /// <summary>By which a thread finds its cell.</summary>
    public int Number { get; } = Interlocked.Increment(ref s_count) - 1;

    /// <summary>The current thread's cell; null if there is none yet, no room for one, or a reader waits for it.</summary>
    public Cell? Current => ThreadCells.Find(Number);

    public void Start()
    {
        if ((Current ?? Add()) is { } cell)
        {
            cell.Start();
        }
        else
        {
            Stripe.Start();
        }
    }

    /// <summary>Ends a request; its outcome is counted here unless it moved to the series of the reply's model.</summary>
    public void End(in Outcome outcome, bool moved)
    {
        if ((Current ?? Add()) is { } cell)
        {
            cell.End(outcome, moved);
        }
        else
        {
            Stripe.End(outcome, moved);
        }
    }

    /// <summary>Ends a request that succeeded.</summary>
    public void Succeed(long ticks, in ReplyReading reading)
    {
        if ((Current ?? Add()) is { } cell)
        {
            cell.Succeed(ticks, reading);
        }
        else
        {
            Stripe.Succeed(ticks, reading);
        }
    }

    /// <summary>Counts the outcome of a request that started and ended in another series.</summary>
    public void Record(in Outcome outcome)
    {
        if ((Current ?? Add()) is { } cell)
        {
            cell.Record(outcome);
        }
        else
        {
            Stripe.Record(outcome);
        }
    }

    public void Retried(int attempts)
    {
        if ((Current ?? Add()) is { } cell)
        {
            cell.Retried(attempts);
        }
        else
        {
            Stripe.Retried(attempts);
        }
    }

    /// <summary>The sums. All that ended is read before all that started: a request that moves between threads never makes the difference negative.</summary>
    public Totals Sum()
    {
        lock (_gate)
        {
            var sum = _retired?.Copy() ?? default;
            foreach (var cell in _cells)
            {
                sum.Add(cell.Read());
            }

            foreach (var stripe in _stripes?.All ?? [])
            {
                sum.Add(stripe.Read());
            }

            sum.Started += _retired?.Started ?? 0;
            foreach (var cell in _cells)
            {
                sum.Started += cell.Started;
            }

            foreach (var stripe in _stripes?.All ?? [])
            {
                sum.Started += stripe.Started;
            }

            return sum;
        }
    }

    /// <summary>Takes over what a thread counted that has ended.</summary>
    public void Retire(Cell cell)
    {
        lock (_gate)
        {
            _cells.Remove(cell);
            (_retired ??= new()).Add(cell);
        }
    }

    Stripes.Stripe Stripe => (Volatile.Read(ref _stripes) ?? Interlocked.CompareExchange(ref _stripes, new Stripes(), null) ?? _stripes!).Current;

    Cell? Add()
    {
        // Takes no lock: the reader that waits has it.
        if (ThreadCells.TakeBack(Number) is { } known)
        {
            return known;
        }

        if (ThreadCells.Add(this) is not { } cell)
        {
            return null;
        }

        lock (_gate)
        {
            _cells.Add(cell);
        }

        return cell;
    }
}
