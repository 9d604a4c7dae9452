namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>What comes of a request to a server.</summary>
public enum Fault
{
    None,

    /// <summary>Each request is refused.</summary>
    Fails,

    /// <summary>The first request is refused, the next ones are answered.</summary>
    FailsOnce,

    /// <summary>It answers nothing until whoever asks gives up.</summary>
    Waits,

    /// <summary>The caller stops while it is waiting for the reply.</summary>
    Cancelled,
}
