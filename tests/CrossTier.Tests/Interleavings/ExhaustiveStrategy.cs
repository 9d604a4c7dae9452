namespace CrossTier.Tests.Interleavings;

/// <summary>Every order in which threads are interrupted at most so many times, one after the other. Faults of this kind rarely need more than two.</summary>
/// <param name="maxInterruptions">How many times a thread that could go on is interrupted.</param>
public sealed class ExhaustiveStrategy(int maxInterruptions) : IStrategy
{
    readonly List<(int Chosen, int Count)> _decisions = [];
    int _next;
    int _interruptions;

    public ScheduledThread Choose(ScheduledThread? running, IReadOnlyList<ScheduledThread> ready, PointKind kind)
    {
        // Who has to wait lets the others run in turn; else a thread that waits for one of them could be the only one that runs.
        if (kind == PointKind.Spin)
        {
            return ready.FirstOrDefault(thread => thread.Number > running!.Number) ?? ready[0];
        }

        var goesOn = running is not null && kind != PointKind.Blocked && ready.Contains(running);
        if (goesOn && (_interruptions == maxInterruptions || ready.Count == 1))
        {
            return running!;
        }

        ScheduledThread[] options = goesOn ? [running!, .. ready.Where(thread => thread != running)] : [.. ready];
        if (options.Length == 1)
        {
            return options[0];
        }

        if (_next == _decisions.Count)
        {
            _decisions.Add((0, options.Length));
        }

        // What happens once in a process alone (a cache that is filled) may leave another choice than there was.
        var chosen = Math.Min(_decisions[_next++].Chosen, options.Length - 1);
        _interruptions += goesOn && chosen > 0 ? 1 : 0;
        return options[chosen];
    }

    public bool MoveNext()
    {
        (_next, _interruptions) = (0, 0);
        while (_decisions is [.., var last])
        {
            _decisions.RemoveAt(_decisions.Count - 1);
            if (last.Chosen + 1 < last.Count)
            {
                _decisions.Add((last.Chosen + 1, last.Count));
                return true;
            }
        }

        return false;
    }
}
