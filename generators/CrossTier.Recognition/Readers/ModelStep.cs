namespace CrossTier.Recognition.Readers;

/// <summary>The reply names its model.</summary>
/// <param name="Path">The name.</param>
sealed record ModelStep(MemberPath Path) : ReadStep;
