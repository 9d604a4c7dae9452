namespace CrossTier;

/// <summary>What a model's tokens cost, in US dollars for a million of them.</summary>
/// <param name="Provider">The <c>provider</c> label.</param>
/// <param name="Model">The model; <c>*</c> stands for any text.</param>
public sealed record TokenPrice(string Provider, string Model) : PartPrices
{
    /// <summary>Other names of the model, such as dated ones; <c>*</c> stands for any text.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

#if NET // netstandard2.0 has no DateOnly.
    /// <summary>The first day on which the price holds (UTC); the latest one that has begun is the price of a day.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;
#endif

    /// <summary>The prices in other service tiers. A part that a tier has no price for costs what it costs in the default one.</summary>
    public IReadOnlyList<TierPrice> Tiers { get; init; } = [];

    /// <summary>What one use of a tool costs that replies bill apart, in US dollars, by the <c>tool</c> label.</summary>
    public IReadOnlyDictionary<string, decimal> Tools { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What the provider charges otherwise and this price does not know, such as batches.</summary>
    public IReadOnlyList<string> NotCovered { get; init; } = [];

    /// <summary>The input tokens above which a request has the prices of long contexts; null without such.</summary>
    internal long? LongContextAbove => Tiers.FirstOrDefault(tier => tier.ServiceTier == TierPrice.LongContext)?.Above;
}
