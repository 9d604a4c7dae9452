namespace CrossTier.Recognition.Readers;

/// <summary>It is the protocol's own last event.</summary>
sealed record EndStep : ReadStep;
