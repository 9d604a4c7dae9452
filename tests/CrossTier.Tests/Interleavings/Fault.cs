namespace CrossTier.Tests.Interleavings;

/// <summary>What is changed in the runtime before it is explored.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No fault: a reader asks for a copy at once, so that few interruptions lead there.</summary>
    NoAttempts,

    /// <summary>A reader takes what it has copied, whole or not.</summary>
    NoRetry,

    /// <summary>A writer does not announce that it writes.</summary>
    NoAnnouncement,

    /// <summary>What an ended thread left is taken over without the lock.</summary>
    NoLock,

    /// <summary>A thread that fetches its cell back hands over no copy.</summary>
    NoHandOver,
}
