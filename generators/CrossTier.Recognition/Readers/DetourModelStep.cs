namespace CrossTier.Recognition.Readers;

/// <summary>The reply's first item, or the object that it was made from, names the model.</summary>
/// <param name="Source">The list, or the object.</param>
/// <param name="SourceType">What the object must be; empty for a list.</param>
/// <param name="Model">The member that is the name.</param>
sealed record DetourModelStep(MemberPath Source, string SourceType, string Model) : ReadStep;
