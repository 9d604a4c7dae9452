namespace CrossTier.Tests.Interleavings;

/// <summary>Decides which thread runs next.</summary>
public interface IStrategy
{
    /// <summary>One of the threads that can run.</summary>
    /// <param name="running">The thread that has run until now; null at the beginning, and when it has ended.</param>
    /// <param name="ready">The threads that can run.</param>
    /// <param name="kind">Why it is asked.</param>
    ScheduledThread Choose(ScheduledThread? running, IReadOnlyList<ScheduledThread> ready, PointKind kind);

    /// <summary>Goes on to another order; false if there is none.</summary>
    bool MoveNext();
}
