namespace CrossTier.Protocols;

/// <summary>
/// Where replies and their chunks report what, in the protocols of OpenAI (chat, legacy, responses), Anthropic, Ollama, Gemini, Cohere, llama.cpp,
/// Text Generation Inference and Amazon Bedrock with the makers of its models.
/// </summary>
static class ReplyPaths
{
    static readonly string[] Models = ["model", "response.model", "message.model", "modelVersion"];

    // The first of these in a stream is the first token.
    static readonly string[] Texts =
    [
        "choices.delta.content", "choices.delta.reasoning_content", "choices.delta.reasoning", "choices.delta.refusal", "choices.text",
        "delta", "delta.text", "delta.thinking", "delta.partial_json", "content_block.name",
        "message.content", "message.thinking", "response", "thinking",
        "candidates.content.parts.text",
        "delta.message.content.text", "delta.message.content.thinking", "delta.message.tool_plan",
        "content", "token.text",
        "contentBlockDelta.delta.text", "contentBlockDelta.delta.toolUse.input", "contentBlockDelta.delta.reasoningContent.text",
        "outputText", "generation", "outputs.text", "completion", "text",
    ];

    static readonly string[] Objects =
    [
        "choices.delta.tool_calls", "choices.delta.function_call", "message.tool_calls", "candidates.content.parts.functionCall",
        "candidates.content.parts.inlineData", "delta.message.tool_calls",
    ];

    static readonly string[] ErrorCodes = ["code", "error.type", "error.code", "error.status", "error.innererror.code", "response.error.code"];

    static readonly string[] ErrorMessages = ["error.message", "response.error.message"];

    // Ollama's last line, llama.cpp's, and that of Text Generation Inference.
    static readonly string[] Ends = ["done", "stop", "generated_text"];

    /// <summary>All of them.</summary>
    public static IEnumerable<ReplyPath> All =>
    [
        .. Counts,
        new("details.prefill", ReplyFact.InputToken),
        .. Models.Select(path => new ReplyPath(path, ReplyFact.Model)),
        .. Texts.Select(path => new ReplyPath(path, ReplyFact.Text)),
        .. Objects.Select(path => new ReplyPath(path, ReplyFact.Object)),
        new("error", ReplyFact.Error),
        .. ErrorCodes.Select(path => new ReplyPath(path, ReplyFact.ErrorCode)),
        .. ErrorMessages.Select(path => new ReplyPath(path, ReplyFact.ErrorMessage)),
        new("type", ReplyFact.Kind),
        .. Ends.Select(path => new ReplyPath(path, ReplyFact.End)),
    ];

    static IEnumerable<ReplyPath> Counts =>
        from name in TokenNames.All
        from json in name.Json
        from path in UsageHolders.Json.Select(holder => holder + "." + json).Append(json)
        select new ReplyPath(path, ReplyFact.Count, name.Count);
}
