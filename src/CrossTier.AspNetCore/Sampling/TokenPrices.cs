using System.Collections.Immutable;
using CrossTier.Labels;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>The prices of a model in US dollars: of one token by part, by part in a service tier, of one use of a tool.</summary>
sealed record TokenPrices(ImmutableDictionary<PricedItem, double> Prices)
{
    public static TokenPrices None { get; } = new(ImmutableDictionary<PricedItem, double>.Empty);

    /// <summary>
    /// What a usage costs, in US dollars, as the recording rules have it: the sum of its disjoint parts times their prices. A part without a price of
    /// its own costs what it is a part of, a tier without one what the default tier costs.
    /// </summary>
    /// <returns>The cost, null if plain tokens have no price; and whether all of it has a price of its own.</returns>
    public (double? Usd, bool IsPriced) Of(in PricedUsage usage)
    {
        var (cost, isPriced) = (0.0, true);
        foreach (var (part, tokens) in usage.DefaultTier.Where(part => part.Tokens > 0))
        {
            if (Price(part) is not { } price)
            {
                return (null, false);
            }

            cost += tokens * price;
            isPriced &= !PricedParts.OfAnotherPrice.Contains(part) || Own(PricedKind.Tokens, part) is not null;
        }

        foreach (var (item, count) in usage.Items.Where(item => item.Key.Kind != PricedKind.Tokens && item.Value > 0))
        {
            var own = Own(item.Kind, item.Name, item.ServiceTier);
            if ((own ?? (item.Kind == PricedKind.TierTokens ? Price(item.Name) : 0)) is not { } price)
            {
                return (null, false);
            }

            cost += count * price;
            isPriced &= own is not null || (item.Kind == PricedKind.TierTokens && HasTier(item.ServiceTier));
        }

        return (cost, isPriced);
    }

    double? Price(string part) => Own(PricedKind.Tokens, part) ?? Own(PricedKind.Tokens, PricedParts.WholeOf(part));

    double? Own(PricedKind kind, string name, string tier = "") => Prices.TryGetValue(new PricedItem(kind, name, tier), out var price) ? price : null;

    bool HasTier(string tier) => Prices.Keys.Any(item => item.Kind == PricedKind.TierTokens && item.ServiceTier == tier);
}
