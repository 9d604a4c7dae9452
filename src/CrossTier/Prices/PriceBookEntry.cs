namespace CrossTier.Prices;

/// <summary>A price in the file of a price book.</summary>
sealed record PriceBookEntry
{
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public List<string?>? Also { get; init; }

    public DateOnly? From { get; init; }

    public decimal? Input { get; init; }

    public decimal? Output { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? CacheWriteInput { get; init; }

    /// <summary>A local model's price instead: what an hour of its GPU costs, at so many tokens written a second.</summary>
    public decimal? GpuHour { get; init; }

    public decimal? TokensPerSecond { get; init; }

    public List<string?>? NotCovered { get; init; }
}
