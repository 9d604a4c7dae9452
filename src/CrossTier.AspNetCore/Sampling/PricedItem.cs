namespace CrossTier.AspNetCore.Sampling;

/// <summary>What has a price of its own beside plain input and output: a detail of the tokens, a direction in a service tier, or a tool.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Name">The detail, direction or tool.</param>
/// <param name="ServiceTier">The tier; empty for the other two.</param>
readonly record struct PricedItem(PricedKind Kind, string Name, string ServiceTier = "");
