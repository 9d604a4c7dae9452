namespace CrossTier.Protocols;

/// <summary>
/// Where replies and their chunks report what, in the protocols of OpenAI (chat, legacy, responses), Anthropic, Ollama, Gemini, Cohere, llama.cpp,
/// Text Generation Inference and Amazon Bedrock with the makers of its models.
/// </summary>
static class ReplyPaths
{
    static readonly string[] Models = ["model", "response.model", "message.model", "modelVersion"];

    /// <summary>Reasoning in chunks of chat completions, for which the protocol's own SDK has no member.</summary>
    public static readonly string[] ReasoningTexts = ["choices.delta.reasoning_content", "choices.delta.reasoning"];

    // The first of these in a stream is the first token.
    static readonly string[] Texts =
    [
        "choices.delta.content", .. ReasoningTexts, "choices.delta.refusal", "choices.text",
        "output.text", "output.choices.message.content", "output.choices.message.reasoning_content",
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

    static readonly string[] ErrorCodes =
    [
        "code", "error.type", "error.code", "error.status", "error.innererror.code", "error.details.reason", "error_type", "response.error.code",
    ];

    static readonly string[] ErrorMessages = ["error.message", "response.error.message"];

    // Ollama's last line, llama.cpp's, and that of Text Generation Inference.
    static readonly string[] Ends = ["done", "stop", "generated_text"];

    static readonly string[] Responses = ["id", "response.id", "message.id", "responseId", "request_id", "response_id"];

    static readonly string[] Finishes =
    [
        "choices.finish_reason", "stop_reason", "delta.stop_reason", "done_reason", "stop_type", "candidates.finishReason", "stopReason",
        "messageStop.stopReason", "finish_reason", "delta.finish_reason", "details.finish_reason", "incomplete_details.reason",
        "response.incomplete_details.reason", "output.finish_reason", "output.choices.finish_reason", "results.completionReason", "outputs.stop_reason",
    ];

    static readonly string[] Tiers =
    [
        "service_tier", "response.service_tier", "usage.service_tier", "message.usage.service_tier", "serviceTier.type", "metadata.serviceTier.type",
        "usageMetadata.trafficType", "usage.traffic_type",
    ];

    static readonly string[] Items = ["output", "response.output"];

    // Lists of counts by kind: where, what names the kind, the count, which kind, as which count.
    static readonly (string List, string Kind, string Number, string Word, TokenCount Count)[] Lists =
    [
        ("usageMetadata.promptTokensDetails", "modality", "tokenCount", "AUDIO", TokenCount.AudioInput),
        ("usageMetadata.cacheTokensDetails", "modality", "tokenCount", "AUDIO", TokenCount.CachedAudioInput),
        ("usageMetadata.candidatesTokensDetails", "modality", "tokenCount", "AUDIO", TokenCount.AudioOutput),
        ("usage.cacheDetails", "ttl", "inputTokens", "1h", TokenCount.CacheWriteHourInput),
        ("metadata.usage.cacheDetails", "ttl", "inputTokens", "1h", TokenCount.CacheWriteHourInput),
    ];

    // Anthropic's attempts and compactions.
    static readonly string[] Attempts = ["usage.iterations", "message.usage.iterations"];

    static readonly TokenName[] AttemptCounts =
    [
        TokenNames.Input, TokenNames.Output, TokenNames.CacheReadBesideInput, TokenNames.CacheWriteBesideInput, TokenNames.CacheWriteHourInput,
    ];

    /// <summary>Uses of tools that are billed apart, in a usage.</summary>
    public static readonly (string Path, string Tool)[] UsesInUsage =
    [
        ("server_tool_use.web_search_requests", BilledTools.WebSearch),
        ("server_tool_use_details.web_search_requests", BilledTools.WebSearch),
        ("num_search_queries", BilledTools.Search),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<ReplyPath> All =>
    [
        .. Counts,
        new("details.prefill", ReplyFact.InputToken),
        .. Of(ReplyFact.Model, Models),
        .. Of(ReplyFact.Text, Texts),
        .. Of(ReplyFact.Object, Objects),
        new("error", ReplyFact.Error),
        .. Of(ReplyFact.ErrorCode, ErrorCodes),
        .. Of(ReplyFact.ErrorMessage, ErrorMessages),
        new("type", ReplyFact.Kind),
        .. Of(ReplyFact.End, Ends),
        .. Of(ReplyFact.Response, Responses),
        .. Of(ReplyFact.Finish, Finishes),
        .. Of(ReplyFact.Status, ["status", "response.status"]),
        new("promptFeedback.blockReason", ReplyFact.Block),
        .. Of(ReplyFact.Tier, Tiers),
        .. Items.SelectMany(Item),
        .. Lists.SelectMany(ByKind),
        .. Attempts.SelectMany(Attempt),
        new("candidates.groundingMetadata.webSearchQueries", ReplyFact.Query),
        .. UsesInUsage.Select(use => new ReplyPath("usage." + use.Path, ReplyFact.Uses, Word: use.Tool)),
    ];

    static IEnumerable<ReplyPath> Counts =>
        from name in TokenNames.All
        from json in name.Json
        from path in UsageHolders.Json.Select(holder => holder + "." + json).Append(json)
        select new ReplyPath(path, ReplyFact.Count, name.Count);

    static IEnumerable<ReplyPath> Of(ReplyFact fact, IEnumerable<string> paths) => paths.Select(path => new ReplyPath(path, fact));

    static IEnumerable<ReplyPath> Item(string item) =>
        [new(item, ReplyFact.Item), new(item + ".type", ReplyFact.Tag), new(item + ".action.type", ReplyFact.Action)];

    static IEnumerable<ReplyPath> ByKind((string List, string Kind, string Number, string Word, TokenCount Count) list) =>
    [
        new(list.List, ReplyFact.Modality),
        new(list.List + "." + list.Kind, ReplyFact.Tag),
        new(list.List + "." + list.Number, ReplyFact.EntryCount, list.Count, list.Word),
    ];

    static IEnumerable<ReplyPath> Attempt(string attempt) =>
    [
        new(attempt, ReplyFact.Attempt),
        .. from name in AttemptCounts
           from json in name.Json
           select new ReplyPath(attempt + "." + json, ReplyFact.AttemptCount, name.Count),
    ];
}
