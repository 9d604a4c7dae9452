namespace CrossTier.Tests.Interleavings;

/// <summary>Why it is decided which thread runs next.</summary>
public enum PointKind
{
    /// <summary>The running thread accesses shared memory next.</summary>
    Access,

    /// <summary>It looks next whether what it has copied is whole.</summary>
    ReadBarrier,

    /// <summary>It can only go on when another has run.</summary>
    Spin,

    /// <summary>It has done one piece of its work.</summary>
    PieceDone,

    /// <summary>It cannot go on, or has ended.</summary>
    Blocked,
}
