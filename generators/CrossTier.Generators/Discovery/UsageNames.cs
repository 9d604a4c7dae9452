namespace CrossTier.Generators.Discovery;

/// <summary>How SDKs name what we read: members are tried in this order, a dot goes one object deeper. Source: the SDKs' public reply types.</summary>
internal static class UsageNames
{
    public static readonly string[] Holder = ["Usage", "TokenUsage", "UsageDetails", "UsageMetadata"];

    public static readonly string[] Input = ["InputTokenCount", "InputTokens", "PromptTokens", "PromptTokenCount", "PromptEvalCount"];

    public static readonly string[] Output = ["OutputTokenCount", "OutputTokens", "CompletionTokens", "CompletionTokenCount", "CandidatesTokenCount", "EvalCount"];

    public static readonly string[] CachedInput =
    [
        "CachedInputTokenCount", "InputTokenDetails.CachedTokenCount", "InputTokensDetails.CachedTokens", "PromptTokensDetails.CachedTokens", "CacheReadInputTokens", "CacheReadInputTokenCount", "CachedContentTokenCount",
    ];

    public static readonly string[] CacheWriteInput = ["CacheCreationInputTokens", "CacheWriteInputTokens", "CacheWriteInputTokenCount"];

    public static readonly string[] ReasoningOutput =
    [
        "ReasoningTokenCount", "OutputTokenDetails.ReasoningTokenCount", "OutputTokensDetails.ReasoningTokens", "CompletionTokensDetails.ReasoningTokens", "ThoughtsTokenCount",
    ];

    /// <summary>Beside this member, the input count leaves out what was read from or written to a cache (Anthropic, Bedrock).</summary>
    public static readonly string[] InputWithoutCache = ["CacheReadInputTokens", "CacheReadInputTokenCount"];

    public static readonly string[] Model = ["ModelId", "Model"];

    /// <summary>What a type of the application says of the requests that it sends.</summary>
    public static readonly string[] Provider = ["Provider", "ProviderName"];

    public static readonly string[] Tier = ["Tier"];

    /// <summary>What a chunk of a stream says.</summary>
    public static readonly string[] Text = ["Text", "Content", "Delta"];

    public static readonly string[] Endpoint = ["Endpoint"];
}
