namespace CrossTier.Build;

/// <summary>What a diagnostic says of an unmeasured call, by the names that the report uses.</summary>
sealed record FlaggedCall(Place Place, IReadOnlyDictionary<string, string> Facts);
