namespace CrossTier.Samples.SimulatedProviders;

/// <summary>One consistent set of settings: a request takes the set that holds when it arrives and keeps it.</summary>
sealed record Behaviour
{
    public TimeSpan Latency { get; init; }
    public TimeSpan ChunkDelay { get; init; }
    public double ErrorRate { get; init; }
    public int ErrorStatus { get; init; } = 500;
    public int MaxConcurrency { get; init; }
    public bool OmitUsage { get; init; }
    public int? FailStreamAfterChunks { get; init; }
    public int ReplyWords { get; init; } = 8;
    public int CachedInputTokens { get; init; }
    public int CacheWriteInputTokens { get; init; }
    public int ReasoningTokens { get; init; }
    public int ToolRounds { get; init; }
    public string ToolArguments { get; init; } = "{}";
    public bool DatedReplyModel { get; init; }
    public int EmbeddingDimensions { get; init; } = 8;
}
