namespace CrossTier.Tool.Rules;

/// <summary>A provider, or a provider and model, that the code calls.</summary>
sealed record Expectation(string Provider, string? Model);
