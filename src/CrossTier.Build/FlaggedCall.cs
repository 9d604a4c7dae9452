namespace CrossTier.Build;

/// <summary>A diagnostic that speaks of an unmeasured call, shown or suppressed.</summary>
sealed record FlaggedCall(string Rule, string Message, Place Place, bool IsSuppressed);
