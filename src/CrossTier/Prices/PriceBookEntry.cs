using System.Text.Json.Serialization;

namespace CrossTier.Prices;

/// <summary>A price in the file of a price book.</summary>
sealed record PriceBookEntry : PartPrices
{
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public List<string?>? Also { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>A local model's price instead: what an hour of its GPU costs, at so many tokens written a second.</summary>
    public decimal? GpuHour { get; init; }

    public decimal? TokensPerSecond { get; init; }

    [JsonPropertyOrder(1)]
    public List<TierPriceEntry?>? Tiers { get; init; }

    /// <summary>US dollars for one use, by tool.</summary>
    [JsonPropertyOrder(1)]
    public Dictionary<string, decimal>? Tools { get; init; }

    [JsonPropertyOrder(1)]
    public List<string?>? NotCovered { get; init; }
}
