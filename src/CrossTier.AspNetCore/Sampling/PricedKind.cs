namespace CrossTier.AspNetCore.Sampling;

/// <summary>What a price is of.</summary>
enum PricedKind
{
    /// <summary>A part of the tokens, in the provider's default tier.</summary>
    Tokens,

    /// <summary>A part of the tokens, in another tier.</summary>
    TierTokens,

    /// <summary>The use of a tool.</summary>
    Tool,
}
