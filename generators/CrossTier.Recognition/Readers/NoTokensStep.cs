namespace CrossTier.Recognition.Readers;

/// <summary>The reply has no tokens by nature, so that none are missing.</summary>
sealed record NoTokensStep : ReadStep;
