namespace CrossTier.Analyzers;

/// <summary>What a diagnostic hands on to its fix.</summary>
static class DiagnosticProperties
{
    /// <summary>The label that a mistaken one most likely means.</summary>
    public const string MeantLabel = nameof(MeantLabel);

    /// <summary>A registration of a client lacks the middleware.</summary>
    public const string IsRegistration = nameof(IsRegistration);

    /// <summary>Provider and model each stand where the other belongs.</summary>
    public const string IsSwapped = nameof(IsSwapped);

    /// <summary>A model stands where the provider belongs.</summary>
    public const string IsModel = nameof(IsModel);
}
