namespace CrossTier.Protocols;

/// <summary>
/// What is asked of a model, in the words of OpenTelemetry's GenAI conventions: <c>gen_ai.operation.name</c>. Each operation has one name,
/// whichever way it is measured.
/// </summary>
static class OperationNames
{
    public const string Chat = "chat";

    /// <summary>The continuation of a text: legacy completions, Ollama's generate.</summary>
    public const string TextCompletion = "text_completion";

    public const string Embeddings = "embeddings";

    /// <summary>Content that is not text alone: Gemini's generateContent, images, speech.</summary>
    public const string GenerateContent = "generate_content";

    /// <summary>The conventions have no name for it.</summary>
    public const string Moderation = "moderation";
}
