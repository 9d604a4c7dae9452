namespace CrossTier.Samples.HybridGateway.Wire;

/// <summary>An error as OpenAI's clients read it.</summary>
sealed record ErrorBody(ErrorDetail Error);

/// <summary>What is wrong.</summary>
sealed record ErrorDetail(string Message, string Type, string? Param, string Code);
