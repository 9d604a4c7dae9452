using CrossTier.Assemblies;
using CrossTier.Inventory;

namespace CrossTier.Build;

/// <summary>An inference call of an assembly.</summary>
/// <param name="State">One of <c>CallStates</c>.</param>
/// <param name="Location">Where it stands; null where nobody knows.</param>
/// <param name="Facts">What else is known of it, by <c>CallKeys</c>.</param>
sealed record CallEntry(string State, SourceLocation? Location, IReadOnlyDictionary<string, string> Facts)
{
    public bool IsMeasured => State == CallStates.Measured;

    public bool IsIgnored => State is CallStates.Ignored or CallStates.Baselined;
}
