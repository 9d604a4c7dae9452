namespace CrossTier.Prices;

/// <summary>The prices in another service tier, in the file of a price book.</summary>
sealed record TierPriceEntry : PartPrices
{
    public string? ServiceTier { get; init; }

    public long? Above { get; init; }
}
