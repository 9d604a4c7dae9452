namespace CrossTier.Http.Bodies;

/// <summary>Reads a body as it passes. Never throws.</summary>
interface IBodyReader
{
    /// <summary>Reads what comes next.</summary>
    void Read(ReadOnlySpan<byte> bytes);
}
