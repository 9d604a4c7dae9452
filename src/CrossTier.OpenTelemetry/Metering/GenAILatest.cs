namespace CrossTier.OpenTelemetry.Metering;

/// <summary>
/// Names of the metrics of the newest release of the GenAI conventions, in their own repository.
/// Source: https://github.com/open-telemetry/semantic-conventions-genai/blob/v0.1.0/docs/gen-ai/client-inference.md
/// </summary>
static class GenAILatest
{
    public const string InferenceDuration = "gen_ai.client.inference.duration";
    public const string TimeToFirstChunk = "gen_ai.client.inference.time_to_first_chunk";
    public const string TimePerOutputChunk = "gen_ai.client.inference.time_per_output_chunk";
    public const string InputTokens = "gen_ai.client.inference.usage.input_tokens";
    public const string OutputTokens = "gen_ai.client.inference.usage.output_tokens";
    public const string CacheReadTokens = "gen_ai.client.inference.usage.cache_read.input_tokens";
    public const string CacheWriteTokens = "gen_ai.client.inference.usage.cache_write.input_tokens";
    public const string ReasoningTokens = "gen_ai.client.inference.usage.reasoning.output_tokens";
    public const string InputTokensOfOne = "gen_ai.client.inference.operation.input_tokens";
    public const string OutputTokensOfOne = "gen_ai.client.inference.operation.output_tokens";
    public const string EmbeddingsDuration = "gen_ai.client.embeddings.duration";
    public const string EmbeddingsInputTokensOfOne = "gen_ai.client.embeddings.operation.input_tokens";

    /// <summary>What is neither inference nor embeddings.</summary>
    public const string OperationDuration = GenAI.OperationDuration;

    public const string Audio = "audio";
    public const string UnknownModality = "unknown";
}
