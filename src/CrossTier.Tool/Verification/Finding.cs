namespace CrossTier.Tool.Verification;

/// <summary>What became of a query.</summary>
/// <param name="Kind">dashboard, recording or alert.</param>
/// <param name="Name">The panel, the recorded series or the alert.</param>
/// <param name="State">What it returned.</param>
/// <param name="Why">Why it returned nothing, or what is wrong.</param>
sealed record Finding(string Kind, string Name, FindingState State, string Why);
