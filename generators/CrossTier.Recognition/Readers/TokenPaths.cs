namespace CrossTier.Recognition.Readers;

/// <summary>The token counts of an object.</summary>
/// <param name="Counts">Those that it has.</param>
/// <param name="Further">A dictionary with further ones, by their names; null if it has none.</param>
sealed record TokenPaths(EquatableArray<TokenPath> Counts, MemberPath? Further);
