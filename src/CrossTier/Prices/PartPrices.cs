using System.Text.Json.Serialization;
using CrossTier.Labels;

namespace CrossTier;

/// <summary>
/// What the parts of a usage cost, in US dollars for a million tokens. The parts are disjoint: a token is in one of them. One without a price of
/// its own costs what it is a part of.
/// </summary>
public abstract record PartPrices
{
    private protected PartPrices()
    {
    }

    /// <summary>A million tokens read, in no other part of the input.</summary>
    public decimal? Input { get; init; }

    /// <summary>A million tokens written, in no other part of the output.</summary>
    public decimal? Output { get; init; }

    /// <summary>A million tokens read from a cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>A million tokens written to a cache, for its usual time.</summary>
    public decimal? CacheWriteInput { get; init; }

    /// <summary>A million tokens written to a cache for an hour.</summary>
    [JsonPropertyName("cache_write_1h_input")] // The naming policy of price books would part 1 and h.
    public decimal? CacheWriteHourInput { get; init; }

    /// <summary>A million tokens of sound that were heard.</summary>
    public decimal? AudioInput { get; init; }

    /// <summary>A million tokens of sound that were read from a cache.</summary>
    public decimal? CachedAudioInput { get; init; }

    /// <summary>A million tokens of sound that were spoken.</summary>
    public decimal? AudioOutput { get; init; }

    /// <summary>A million tokens of reasoning.</summary>
    public decimal? ReasoningOutput { get; init; }

    /// <summary>All of them, in the order of <see cref="PricedParts.All"/>.</summary>
    internal IReadOnlyList<decimal?> Parts
    {
        get => [Input, Output, CachedInput, CacheWriteInput, CacheWriteHourInput, AudioInput, CachedAudioInput, AudioOutput, ReasoningOutput];
        init => (Input, Output, CachedInput, CacheWriteInput, CacheWriteHourInput, AudioInput, CachedAudioInput, AudioOutput, ReasoningOutput) =
            (value[0], value[1], value[2], value[3], value[4], value[5], value[6], value[7], value[8]);
    }

    /// <summary>The prices that are known in US dollars for one token, by direction, as the metrics name them.</summary>
    internal IEnumerable<(string Direction, double Usd)> ByDirection =>
        from price in PricedParts.All.Zip(Parts)
        where price.Second.HasValue
        select (price.First, (double)(price.Second.GetValueOrDefault() / 1_000_000m));
}
