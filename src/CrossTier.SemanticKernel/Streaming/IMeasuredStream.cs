namespace CrossTier.Streaming;

/// <summary>A stream that is measured already.</summary>
interface IMeasuredStream;
