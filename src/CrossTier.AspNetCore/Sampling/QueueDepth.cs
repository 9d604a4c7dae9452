namespace CrossTier.AspNetCore.Sampling;

/// <summary>How many requests wait for a local model, at one of its servers.</summary>
readonly record struct QueueDepth(string Model, long Requests);
