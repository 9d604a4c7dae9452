namespace CrossTier.Dialects.Tests.Support;

/// <summary>How the bytes of a reply come.</summary>
public enum Framing
{
    AsRecorded,

    /// <summary>Lines end with CR and LF.</summary>
    CarriageReturns,

    ByteByByte,
}
