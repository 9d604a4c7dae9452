using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Prices;

namespace CrossTier.Exposition;

/// <summary>The price of a token, for every label set that has one.</summary>
static class PriceMetrics
{
    public static Metric Of(IEnumerable<LabelSet> sets, ProviderTiers tiers, PriceTable prices, DateOnly today)
    {
        var metric = new MetricBuilder(MetricDefinitions.TokenPrice);
        foreach (var set in sets)
        {
            foreach (var (direction, usd) in prices.Of(set, tiers.IsCertainlyLocal(set.Provider), today)?.ByDirection ?? [])
            {
                metric.Add(usd, set.Provider, set.Model, direction);
            }
        }

        return metric.Build();
    }
}
