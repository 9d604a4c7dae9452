namespace CrossTier.AspNetCore.Sampling;

/// <summary>A pair of provider and model.</summary>
readonly record struct LabelSet(string Provider, string Model);
