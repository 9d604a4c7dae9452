namespace CrossTier.Nesting;

/// <summary>What a request finds above it.</summary>
/// <param name="Labels">What is handed down; null if no scope of ours is open above.</param>
/// <param name="IsAddressed">Whether the labels are meant for this layer, so that explicit labels hold.</param>
readonly record struct ParentScope(InheritedLabels? Labels, bool IsAddressed);
