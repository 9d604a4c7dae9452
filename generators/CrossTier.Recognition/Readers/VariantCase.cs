namespace CrossTier.Recognition.Readers;

/// <summary>What is read from an object of a type. Paths begin at that object.</summary>
/// <param name="Type">The type.</param>
/// <param name="Steps">What is read.</param>
sealed record VariantCase(string Type, EquatableArray<ReadStep> Steps);
