namespace CrossTier.Build;

/// <summary>An inference call of an assembly.</summary>
/// <param name="State">measured, excused or baselined; everything else is unmeasured.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Facts">What else is known of it, by the names that the report uses.</param>
sealed record CallEntry(string State, Place Place, IReadOnlyDictionary<string, string> Facts)
{
    public bool IsMeasured => State == "measured";

    public bool IsExcused => State is "excused" or "baselined";
}
