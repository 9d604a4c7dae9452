using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>Prices, for every label set that has one; of service tiers and tools those that were used.</summary>
static class PriceMetrics
{
    public static IEnumerable<Metric> Of(IEnumerable<KeyValuePair<LabelSet, Totals>> sums, Registry registry, DateOnly today)
    {
        var tokens = new MetricBuilder(MetricDefinitions.TokenPrice);
        var tierTokens = new MetricBuilder(MetricDefinitions.TierTokenPrice);
        var tools = new MetricBuilder(MetricDefinitions.ToolPrice);
        var guesses = new MetricBuilder(MetricDefinitions.PriceGuess);
        foreach (var (set, totals) in sums)
        {
            var (provider, model) = set;
            var (price, pricedAs) = registry.PriceOf(set, today);
            if (price is null)
            {
                continue;
            }

            foreach (var (direction, usd) in price.ByDirection)
            {
                tokens.Add(usd, provider, model, direction);
            }

            foreach (var tier in price.Tiers.Where(tier => totals.Rare?.Tiers?.Contains(tier.ServiceTier) == true))
            {
                foreach (var (direction, usd) in tier.ByDirection)
                {
                    tierTokens.Add(usd, provider, model, direction, tier.ServiceTier);
                }
            }

            foreach (var (tool, usd) in price.Tools.Where(tool => totals.Rare?.ToolUses?.Contains(tool.Key) == true))
            {
                tools.Add((double)usd, provider, model, tool);
            }

            if (pricedAs is not null)
            {
                guesses.Add(1, provider, model, pricedAs);
            }
        }

        return [tokens.Build(), tierTokens.Build(), tools.Build(), guesses.Build()];
    }
}
