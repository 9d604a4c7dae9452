using CrossTier.AspNetCore.Sampling;

namespace CrossTier.Pages.Tests;

/// <summary>Cost: tokens times price, less what a cache saves, as the recording rules have it.</summary>
public sealed class CostTests
{
    static readonly TokenPrices Prices = new(Input: 0.01, Output: 0.05, CachedInput: 0.001, CacheWriteInput: 0.0125);

    [Fact]
    public void Tokens_cost_their_price() => Assert.Equal((100 * 0.01) + (20 * 0.05), Prices.Of(new Counts { Input = 100, Output = 20 })!.Value, 12);

    [Fact]
    public void Cached_ones_cost_less_and_written_ones_more() =>
        Assert.Equal((10 * 0.01) + (60 * 0.001) + (30 * 0.0125), Prices.Of(new Counts { Input = 100, CachedInput = 60, CacheWriteInput = 30 })!.Value, 12);

    [Fact]
    public void Without_a_price_for_cached_ones_they_cost_as_much_as_others() =>
        Assert.Equal(1, (Prices with { CachedInput = null }).Of(new Counts { Input = 100, CachedInput = 60 })!.Value, 12);

    [Fact]
    public void A_price_that_is_not_known_is_not_0() => Assert.Null((Prices with { Output = null }).Of(new Counts { Input = 100, Output = 1 }));

    [Fact]
    public void What_is_not_used_needs_no_price() => Assert.Equal(1, (Prices with { Output = null }).Of(new Counts { Input = 100 })!.Value, 12);
}
