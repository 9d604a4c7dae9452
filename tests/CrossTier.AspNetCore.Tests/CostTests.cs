using System.Collections.Immutable;
using CrossTier.AspNetCore.Sampling;
using CrossTier.Labels;

namespace CrossTier.Pages.Tests;

/// <summary>Cost: disjoint parts times prices, as the recording rules have it.</summary>
public sealed class CostTests
{
    static readonly TokenPrices Prices = Of(("input", 0.01), ("output", 0.05), ("cached_input", 0.001), ("cache_write_input", 0.0125));

    [Fact]
    public void Tokens_cost_their_price() => Assert.Equal((100 * 0.01) + (20 * 0.05), Cost(Prices, Used(100, 20))!.Value, 12);

    [Fact]
    public void Cached_ones_cost_less_and_written_ones_more() => Assert.Equal(
        (10 * 0.01) + (60 * 0.001) + (30 * 0.0125),
        Cost(Prices, Used(100, 0, (Detail("cached_input"), 60), (Detail("cache_write_input"), 30)))!.Value,
        12);

    [Fact]
    public void Without_a_price_of_its_own_a_part_costs_what_it_is_part_of()
    {
        Assert.Equal((1, true), Of(("input", 0.01)).Of(Used(100, 0, (Detail("cached_input"), 60))));
        Assert.Equal((5, true), Of(("output", 0.05)).Of(Used(0, 100, (Detail("reasoning_output"), 60))));
    }

    [Fact]
    public void Audio_without_a_price_of_its_own_is_in_the_cost_and_told() =>
        Assert.Equal((1, false), Of(("input", 0.01)).Of(Used(100, 0, (Detail("audio_input"), 60))));

    [Fact]
    public void A_price_that_is_not_known_is_not_0() => Assert.Equal((null, false), Of(("input", 0.01)).Of(Used(100, 1)));

    [Fact]
    public void What_is_not_used_needs_no_price() => Assert.Equal((1, true), Of(("input", 0.01)).Of(Used(100, 0)));

    [Fact]
    public void Tokens_of_another_tier_cost_what_they_cost_there()
    {
        var prices = new TokenPrices(Prices.Prices.SetItem(new(PricedKind.TierTokens, "input", "flex"), 0.005));
        var used = Used(
            100,
            0,
            (Detail("cached_input"), 20),
            (new(PricedKind.TierTokens, "input", "flex"), 50),
            (new(PricedKind.TierTokens, "cached_input", "flex"), 20));
        Assert.Equal((30 * 0.01) + (50 * 0.005) + (20 * 0.001), Cost(prices, used)!.Value, 12);
        Assert.True(prices.Of(used).IsPriced);
        Assert.Equal((80 * 0.01) + (20 * 0.001), Cost(Prices, used)!.Value, 12);
        Assert.False(Prices.Of(used).IsPriced);
    }

    [Fact]
    public void Tools_cost_their_use()
    {
        var used = Used(100, 0, (new(PricedKind.Tool, "web_search"), 3));
        Assert.Equal((4, true), new TokenPrices(Prices.Prices.SetItem(new(PricedKind.Tool, "web_search"), 1)).Of(used));
        Assert.Equal((1, false), Prices.Of(used));
    }

    [Fact]
    public void No_counts_whatever_cost_less_than_nothing()
    {
        var random = new Random(16);
        var tiers = new[] { "flex", "priority" };
        for (var round = 0; round < 2_000; round++)
        {
            long Any() => random.Next(4) == 0 ? 0 : random.NextInt64(1L << random.Next(62));
            var items = PricedParts.Details.Select(Detail)
                .Concat(PricedParts.All.SelectMany(part => tiers.Select(tier => new PricedItem(PricedKind.TierTokens, part, tier))))
                .Where(_ => random.Next(3) == 0)
                .Select(item => (item, Any() >> 6))
                .ToArray();
            var priced = new TokenPrices(PricedParts.All.Where(part => part is "input" or "output" || random.Next(2) == 0)
                .ToImmutableDictionary(part => new PricedItem(PricedKind.Tokens, part), _ => random.NextDouble()));
            Assert.True(Cost(priced, Used(Any() >> 6, Any() >> 6, items)) >= 0);
        }
    }

    static double? Cost(TokenPrices prices, PricedUsage usage) => prices.Of(usage).Usd;

    static PricedItem Detail(string name) => new(PricedKind.Tokens, name);

    static TokenPrices Of(params (string Part, double Usd)[] prices) => new(prices.ToImmutableDictionary(price => Detail(price.Part), price => price.Usd));

    static PricedUsage Used(long input, long output, params (PricedItem Item, long Count)[] items) =>
        new(input, output, items.ToImmutableDictionary(item => item.Item, item => item.Count));
}
