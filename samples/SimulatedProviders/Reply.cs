namespace CrossTier.Samples.SimulatedProviders;

/// <summary>What is answered, before a protocol gives it its shape.</summary>
/// <param name="Request">What is answered to.</param>
/// <param name="Id">Differs for each reply.</param>
/// <param name="Model">The model that the reply names.</param>
/// <param name="Words">The text, word by word, each with its leading space; empty if a tool is called.</param>
/// <param name="Tool">The tool to call, if any.</param>
/// <param name="Truncated">Whether the request's token limit cut the text.</param>
/// <param name="Usage">The token counts; null if they are to be left out.</param>
/// <param name="Behaviour">The settings that hold for the request.</param>
sealed record Reply(
    InferenceRequest Request, string Id, string Model, IReadOnlyList<string> Words, ToolCall? Tool, bool Truncated, TokenCounts? Usage, Behaviour Behaviour)
{
    static readonly string[] Vocabulary = ["a", "simulated", "provider", "answers", "without", "key", "or", "network"];
    static long s_last;

    public string Text => string.Concat(Words);

    public DateTimeOffset Created { get; } = DateTimeOffset.UtcNow;

    public static Reply To(InferenceRequest request, Behaviour behaviour)
    {
        var tool = request.FirstTool is { } name && request.ToolResults < behaviour.ToolRounds ? new ToolCall(name, behaviour.ToolArguments) : null;
        var length = tool is null ? Math.Min(behaviour.ReplyWords, request.TokenLimit is > 0 and var limit ? limit : int.MaxValue) : 0;
        var spoken = tool is null ? length : tool.Tokens;
        var cached = Math.Min(behaviour.CachedInputTokens, request.InputTokens);
        var written = Math.Min(behaviour.CacheWriteInputTokens, request.InputTokens - cached);
        var usage = new TokenCounts(request.InputTokens, spoken + behaviour.ReasoningTokens, cached, written, behaviour.ReasoningTokens);
        return new(
            request,
            $"sim{Interlocked.Increment(ref s_last):x8}",
            behaviour.DatedReplyModel ? request.Model + "-2026-01-01" : request.Model,
            [.. Enumerable.Range(0, length).Select(i => (i == 0 ? "" : " ") + Vocabulary[i % Vocabulary.Length])],
            tool,
            tool is null && length < behaviour.ReplyWords,
            behaviour.OmitUsage ? null : usage,
            behaviour);
    }
}
