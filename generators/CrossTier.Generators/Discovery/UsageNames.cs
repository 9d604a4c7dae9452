namespace CrossTier.Generators.Discovery;

/// <summary>How SDKs name what we read: members are tried in this order, a dot goes one object deeper. Source: the SDKs' public reply types.</summary>
internal static class UsageNames
{
    public static readonly string[] Holder = ["Usage", "TokenUsage", "UsageDetails", "UsageMetadata", "Response.Usage", "Message.Usage", "Value.Usage"];

    public static readonly string[] Input = ["InputTokenCount", "InputTokens", "PromptTokens", "PromptTokenCount", "PromptEvalCount"];

    public static readonly string[] Output = ["OutputTokenCount", "OutputTokens", "CompletionTokens", "CompletionTokenCount", "CandidatesTokenCount", "EvalCount"];

    public static readonly string[] CachedInput =
    [
        "CachedInputTokenCount", "InputTokenDetails.CachedTokenCount", "InputTokensDetails.CachedTokens", "PromptTokensDetails.CachedTokens", "CacheReadInputTokens", "CacheReadInputTokenCount", "CachedContentTokenCount",
    ];

    public static readonly string[] CacheWriteInput = ["CacheCreationInputTokens", "CacheWriteInputTokens", "CacheWriteInputTokenCount", "InputTokenDetails.CacheWriteTokenCount"];

    public static readonly string[] ReasoningOutput =
    [
        "ReasoningTokenCount", "OutputTokenDetails.ReasoningTokenCount", "OutputTokensDetails.ReasoningTokens", "CompletionTokensDetails.ReasoningTokens", "OutputTokensDetails.ThinkingTokens", "ThoughtsTokenCount",
    ];

    /// <summary>Beside the input count and no part of it: what tools' results added to the prompt (Gemini).</summary>
    public static readonly string[] FurtherInput = ["ToolUsePromptTokenCount"];

    /// <summary>Beside the output count and no part of it: reasoning (Gemini).</summary>
    public static readonly string[] FurtherOutput = ["ThoughtsTokenCount"];

    /// <summary>Beside this member, the input count leaves out what was read from or written to a cache (Anthropic, Bedrock).</summary>
    public static readonly string[] InputWithoutCache = ["CacheReadInputTokens", "CacheReadInputTokenCount"];

    public static readonly string[] Model = ["ModelId", "Model", "SelectedModel", "Response.Model", "Value.Model", "ModelVersion"];

    /// <summary>What a reply that came says of a failure: there only if it has failed.</summary>
    public static readonly string[] Failure = ["Error", "LastError", "Response.Error", "Value.LastError"];

    public static readonly string[] FailureSdks = ["OpenAI"];

    /// <summary>What a request says of the model that it asks for.</summary>
    public static readonly string[] RequestedModel = ["ModelId", "Model", "ModelOverride"];

    /// <summary>What a type of the application says of the requests that it sends.</summary>
    public static readonly string[] Provider = ["Provider", "ProviderName"];

    public static readonly string[] Tier = ["Tier"];

    /// <summary>What a chunk of a stream says.</summary>
    public static readonly string[] Text = ["Text", "Content", "Delta", "ContentUpdate", "Response", "Message.Content"];

    /// <summary>What it may say in place of text.</summary>
    public static readonly string[] Reasoning = ["Thinking", "Message.Thinking", "ReasoningContent"];

    public static readonly string[] ToolCall = ["ToolCallUpdate", "Message.ToolCalls"];

    public static readonly string[] Endpoint = ["Endpoint", "Uri", "Client.Uri"];

    /// <summary>The namespaces of SDKs that speak to one model by one request: each chunk's usage is that of all chunks so far, as their protocols have it.</summary>
    public static readonly string[] Sdks = ["OpenAI", "Azure.AI", "Anthropic", "OllamaSharp", "LLama", "Google", "Amazon", "Mistral"];

    /// <summary>Those whose clients keep their endpoint to themselves.</summary>
    public static readonly string[] HiddenEndpoint = ["Azure.AI", "Anthropic", "OpenAI"]; // OpenAI until 2.1, which Azure.AI.OpenAI 2.1 is built on

    /// <summary>Those whose clients are made for a model and may keep it to themselves.</summary>
    public static readonly string[] HiddenModel = ["OpenAI"];

    /// <summary>Whether a type is in one of the namespaces, or in one below.</summary>
    public static bool IsIn(Microsoft.CodeAnalysis.ITypeSymbol type, string[] namespaces) =>
        type.ContainingNamespace?.ToDisplayString() is { } name && namespaces.Any(one => name == one || name.StartsWith(one + ".", StringComparison.Ordinal));
}
