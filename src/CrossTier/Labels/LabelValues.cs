namespace CrossTier.Labels;

/// <summary>Label values with a meaning of their own.</summary>
static class LabelValues
{
    /// <summary>Nothing reports the value.</summary>
    public const string Unknown = "unknown";

    /// <summary>The cap on label sets was reached.</summary>
    public const string Other = "other";

    /// <summary>A local server whose endpoint is not known.</summary>
    public const string DefaultInstance = "default";

    /// <summary>An endpoint that speaks OpenAI's protocol and is not OpenAI's.</summary>
    public const string OpenAICompatible = "openai-compatible";

    /// <summary>The vendor whose name its protocol's other speakers must not take.</summary>
    public const string OpenAI = "openai";
}
