namespace CrossTier.Assemblies;

/// <summary>An inference call as a build lists it.</summary>
/// <param name="Values">What is known of it, by <c>CallKeys</c>.</param>
/// <param name="Location">Where it stands; null where no PDB reports it.</param>
sealed record InventoryCall(IReadOnlyDictionary<string, string> Values, SourceLocation? Location);
