namespace CrossTier.Analyzers;

/// <summary>What a diagnostic hands on to its fix.</summary>
static class DiagnosticProperties
{
    /// <summary>The known provider that a misspelt one most likely means.</summary>
    public const string MeantProvider = nameof(MeantProvider);
}
