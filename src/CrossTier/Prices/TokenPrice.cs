using CrossTier.Labels;
namespace CrossTier;

/// <summary>What a model's tokens cost, in US dollars for a million of them.</summary>
/// <param name="Provider">The <c>provider</c> label.</param>
/// <param name="Model">The model; <c>*</c> stands for any text.</param>
public sealed record TokenPrice(string Provider, string Model)
{
    /// <summary>Other names of the model, such as dated ones; <c>*</c> stands for any text.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The first day on which the price holds (UTC); the latest one that has begun is the price of a day.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>A million tokens read.</summary>
    public decimal? Input { get; init; }

    /// <summary>A million tokens written.</summary>
    public decimal? Output { get; init; }

    /// <summary>A million tokens read from a cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>A million tokens written to a cache.</summary>
    public decimal? CacheWriteInput { get; init; }

    /// <summary>What the provider charges otherwise and this price does not know, such as long contexts or batches.</summary>
    public IReadOnlyList<string> NotCovered { get; init; } = [];

    /// <summary>The prices by direction, as the metric names them, in US dollars for one token.</summary>
    internal IEnumerable<(string Direction, double Usd)> ByDirection =>
        from price in new[]
        {
            (MetricLabelValues.Input, Input),
            (MetricLabelValues.Output, Output),
            (MetricLabelValues.CachedInput, CachedInput),
            (MetricLabelValues.CacheWriteInput, CacheWriteInput),
        }
        where price.Item2.HasValue
        select (price.Item1, (double)(price.Item2.GetValueOrDefault() / 1_000_000m));
}
