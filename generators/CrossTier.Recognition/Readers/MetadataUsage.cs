namespace CrossTier.Recognition.Readers;

/// <summary>A type of usage that the metadata of a kernel's content may hold.</summary>
/// <param name="Type">The type.</param>
/// <param name="Counts">Its counts.</param>
sealed record MetadataUsage(string Type, TokenPaths Counts);
