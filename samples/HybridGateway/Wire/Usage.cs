namespace CrossTier.Samples.HybridGateway.Wire;

/// <summary>What a reply says of its tokens. CrossTier reads members of these names, at compile time.</summary>
sealed record Usage(long PromptTokens, long CompletionTokens, PromptDetails? PromptTokensDetails, CompletionDetails? CompletionTokensDetails);

/// <summary>Parts of the input.</summary>
sealed record PromptDetails(long CachedTokens);

/// <summary>Parts of the output.</summary>
sealed record CompletionDetails(long ReasoningTokens);
