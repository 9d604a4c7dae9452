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
        return goesOn && _chance.Next(_density) > 0 ? running! : ready[_chance.Next(ready.Count)];
    }

    public bool MoveNext()
    {
        _density = 1 << _chance.Next(1, 7);
        return --_left > 0;
    }
}
