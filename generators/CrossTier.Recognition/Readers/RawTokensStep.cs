namespace CrossTier.Recognition.Readers;

/// <summary>The reply may report details of its usage that its type has no member for.</summary>
/// <param name="Path">The object that keeps its wire form, or holds one that does.</param>
/// <param name="Response">The id of the response, from the reply on; null if it has none.</param>
sealed record RawTokensStep(MemberPath Path, MemberPath? Response) : ReadStep;
