namespace CrossTier.Recognition.Catalogue;

/// <summary>A reply whose model is named by its first item, or by the object that it was made from.</summary>
/// <param name="Type">The reply's type.</param>
/// <param name="Model">The member that is the model.</param>
/// <param name="Source">The member that has it; empty for the first item of a list.</param>
/// <param name="SourceType">What that member must be.</param>
/// <param name="IsInherited">Whether types that derive from it are meant too.</param>
sealed record ModelDetour(string Type, string Model, string Source = "", string SourceType = "", bool IsInherited = false);
