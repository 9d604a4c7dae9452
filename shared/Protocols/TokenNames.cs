namespace CrossTier.Protocols;

/// <summary>
/// The names of token counts. Sources: the API references of OpenAI, Anthropic, Amazon Bedrock, Gemini, Ollama, Cohere, llama.cpp's server and
/// Text Generation Inference, and the public reply types of their SDKs.
/// </summary>
static class TokenNames
{
    public static readonly TokenName Input = new(
        TokenCount.Input,
        [
            "prompt_tokens", "input_tokens", "promptTokenCount", "prompt_eval_count", "inputTokens", "inputTokenCount",
            "prompt_token_count", "inputTextTokenCount",
            "billed_units.input_tokens", "tokens_evaluated", "input_length",
        ],
        ["InputTokenCount", "InputTokens", "PromptTokens", "PromptTokenCount", "PromptEvalCount"]);

    public static readonly TokenName Output = new(
        TokenCount.Output,
        [
            "completion_tokens", "output_tokens", "candidatesTokenCount", "eval_count", "outputTokens", "outputTokenCount", "generation_token_count",
            "totalOutputTextTokenCount", "billed_units.output_tokens", "tokens_predicted", "generated_tokens",
            "total_output_tokens",
        ],
        ["OutputTokenCount", "OutputTokens", "CompletionTokens", "CompletionTokenCount", "CandidatesTokenCount", "ResponseTokenCount", "EvalCount"]);

    public static readonly TokenName Total = new(
        TokenCount.Total,
        ["total_tokens", "totalTokenCount", "totalTokens"],
        ["TotalTokenCount", "TotalTokens"]);

    public static readonly TokenName CachedInput = new(
        TokenCount.CachedInput,
        ["prompt_tokens_details.cached_tokens", "input_tokens_details.cached_tokens", "cached_tokens", "cachedContentTokenCount", "prompt_cache_hit_tokens"],
        [
            "CachedInputTokenCount", "InputTokenDetails.CachedTokenCount", "InputTokensDetails.CachedTokens", "PromptTokensDetails.CachedTokens",
            "CachedContentTokenCount",
        ]);

    public static readonly TokenName CacheWriteInput = new(
        TokenCount.CacheWriteInput,
        ["prompt_tokens_details.cache_write_tokens", "input_tokens_details.cache_write_tokens"],
        ["InputTokenDetails.CacheWriteTokenCount"]);

    public static readonly TokenName ReasoningOutput = new(
        TokenCount.ReasoningOutput,
        [
            "completion_tokens_details.reasoning_tokens", "output_tokens_details.reasoning_tokens", "output_tokens_details.thinking_tokens",
            "reasoning_output_tokens",
        ],
        [
            "ReasoningTokenCount", "OutputTokenDetails.ReasoningTokenCount", "OutputTokensDetails.ReasoningTokens", "CompletionTokensDetails.ReasoningTokens",
            "OutputTokensDetails.ThinkingTokens",
        ]);

    public static readonly TokenName CacheReadBesideInput = new(
        TokenCount.CacheReadBesideInput,
        ["cache_read_input_tokens", "cacheReadInputTokens", "cacheReadInputTokenCount"],
        ["CacheReadInputTokens", "CacheReadInputTokenCount"]);

    public static readonly TokenName CacheWriteBesideInput = new(
        TokenCount.CacheWriteBesideInput,
        ["cache_creation_input_tokens", "cacheWriteInputTokens", "cacheWriteInputTokenCount"],
        ["CacheCreationInputTokens", "CacheWriteInputTokens", "CacheWriteInputTokenCount"]);

    public static readonly TokenName CacheWriteHourInput = new(
        TokenCount.CacheWriteHourInput,
        ["cache_creation.ephemeral_1h_input_tokens"],
        ["CacheCreation.Ephemeral1hInputTokens", "CacheCreation.Ephemeral1HInputTokens"]);

    public static readonly TokenName AudioInput = new(
        TokenCount.AudioInput,
        ["prompt_tokens_details.audio_tokens", "input_tokens_details.audio_tokens", "input_token_details.audio_tokens"],
        ["InputTokenDetails.AudioTokenCount", "InputAudioTokenCount"]);

    public static readonly TokenName CachedAudioInput = new(
        TokenCount.CachedAudioInput,
        ["prompt_tokens_details.cached_tokens_details.audio_tokens", "input_token_details.cached_tokens_details.audio_tokens"],
        []);

    public static readonly TokenName AudioOutput = new(
        TokenCount.AudioOutput,
        ["completion_tokens_details.audio_tokens", "output_tokens_details.audio_tokens", "output_token_details.audio_tokens"],
        ["OutputTokenDetails.AudioTokenCount", "OutputAudioTokenCount"]);

    public static readonly TokenName CitationBesideInput = new(TokenCount.CitationBesideInput, ["citation_tokens"], []);

    public static readonly TokenName ApartReasoningOutput = new(TokenCount.ApartReasoningOutput, ["reasoning_tokens"], []);

    public static readonly TokenName ToolBesideInput = new(TokenCount.ToolBesideInput, ["toolUsePromptTokenCount"], ["ToolUsePromptTokenCount"]);

    public static readonly TokenName ReasoningBesideOutput = new(TokenCount.ReasoningBesideOutput, ["thoughtsTokenCount"], ["ThoughtsTokenCount"]);

    public static readonly TokenName UnbilledInput = new(TokenCount.UnbilledInput, ["tokens.input_tokens"], []);

    public static readonly TokenName UnbilledOutput = new(TokenCount.UnbilledOutput, ["tokens.output_tokens"], []);

    public static readonly TokenName TimedInput = new(TokenCount.TimedInput, ["timings.prompt_n"], []);

    public static readonly TokenName TimedCachedInput = new(TokenCount.TimedCachedInput, ["timings.cache_n"], []);

    public static readonly TokenName TimedOutput = new(TokenCount.TimedOutput, ["timings.predicted_n"], []);

    /// <summary>All of them.</summary>
    public static readonly TokenName[] All =
    [
        Input, Output, Total, CachedInput, CacheWriteInput, CacheReadBesideInput, CacheWriteBesideInput, CacheWriteHourInput, ToolBesideInput,
        CitationBesideInput, AudioInput, CachedAudioInput, AudioOutput, ReasoningOutput, ApartReasoningOutput, ReasoningBesideOutput, UnbilledInput,
        UnbilledOutput, TimedInput, TimedCachedInput, TimedOutput,
    ];
}
