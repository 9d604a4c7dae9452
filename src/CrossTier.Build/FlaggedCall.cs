using CrossTier.Assemblies;

namespace CrossTier.Build;

/// <summary>What a diagnostic reports of an unmeasured call, by <c>CallKeys</c>.</summary>
sealed record FlaggedCall(SourceLocation Location, IReadOnlyDictionary<string, string> Facts);
