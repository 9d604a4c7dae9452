namespace CrossTier.Nesting;

/// <summary>What a request finds above it.</summary>
/// <param name="Scope">The scope that is open above; null if none of ours is.</param>
/// <param name="Labels">What is handed down; null if nothing is above.</param>
/// <param name="IsAddressed">Whether the labels are meant for this layer, so that what is explicit holds.</param>
readonly record struct ParentScope(RequestScope? Scope, InheritedLabels? Labels, bool IsAddressed);
