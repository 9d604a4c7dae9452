namespace CrossTier.Recognition.Readers;

/// <summary>The chunk may carry content that its type has no member for.</summary>
/// <param name="Path">The object that keeps its wire form, or holds one that does.</param>
sealed record RawContentStep(MemberPath Path) : ReadStep;
