namespace CrossTier.Tests.Interleavings;

/// <summary>Orders by chance, each with its own density of interruptions.</summary>
/// <param name="seed">Where chance starts.</param>
/// <param name="orders">How many.</param>
public sealed class RandomStrategy(int seed, int orders) : IStrategy
{
    readonly Random _chance = new(seed);
    int _left = orders;
    int _density = 8;

    public ScheduledThread Choose(ScheduledThread? running, IReadOnlyList<ScheduledThread> ready, PointKind kind)
    {
        var goesOn = kind is not (PointKind.Blocked or PointKind.Spin) && running is not null && ready.Contains(running);
        if (goesOn && _chance.Next(_density) > 0)
        {
            return running!;
        }

        // Who waits for another lets another run.
        ScheduledThread[] others = kind == PointKind.Spin && ready.Count > 1 ? [.. ready.Where(thread => thread != running)] : [.. ready];
        return others[_chance.Next(others.Length)];
    }

    public bool MoveNext()
    {
        _density = 1 << _chance.Next(3, 7);
        return --_left > 0;
    }
}
