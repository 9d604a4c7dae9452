namespace CrossTier.Recognition.Readers;

/// <summary>The reply counts uses of a tool that are billed apart.</summary>
/// <param name="Path">How many.</param>
/// <param name="Tool">The tool.</param>
sealed record ToolUsesStep(MemberPath Path, string Tool) : ReadStep;
