namespace CrossTier.Tests.Interleavings;

/// <summary>
/// The worst order for a reader: each time it has copied, a writer does one more piece of its work before the reader looks whether the copy is whole.
/// </summary>
public sealed class OvertakingStrategy : IStrategy
{
    public ScheduledThread Choose(ScheduledThread? running, IReadOnlyList<ScheduledThread> ready, PointKind kind) =>
        kind is PointKind.Access && running is not null ? running : ready.FirstOrDefault(thread => thread != running) ?? ready[0];

    public bool MoveNext() => false;
}
