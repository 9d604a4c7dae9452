namespace CrossTier;

/// <summary>What a model's tokens cost in a service tier that is not its provider's default, in US dollars for a million of them.</summary>
/// <param name="ServiceTier">The <c>service_tier</c> label, such as <c>priority</c>; <see cref="LongContext"/> for long inputs.</param>
public sealed record TierPrice(string ServiceTier) : PartPrices
{
    /// <summary>The tier of requests whose whole input is above <see cref="Above"/>.</summary>
    public const string LongContext = "long_context";

    /// <summary>No long context begins below: shorter requests are not looked at.</summary>
    internal const long MinAbove = 16_384;

    /// <summary>The input tokens above which a request is one of <see cref="LongContext"/>; null for every other tier.</summary>
    public long? Above { get; init; }
}
