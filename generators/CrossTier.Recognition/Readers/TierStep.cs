namespace CrossTier.Recognition.Readers;

/// <summary>The reply names its service tier.</summary>
/// <param name="Path">The tier.</param>
/// <param name="Form">How it is a text.</param>
sealed record TierStep(MemberPath Path, WordForm Form) : ReadStep;
