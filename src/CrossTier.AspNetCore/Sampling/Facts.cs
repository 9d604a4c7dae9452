using System.Collections.Immutable;
using CrossTier.Exposition;
using CrossTier.Labels;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>What a snapshot holds beside the figures.</summary>
/// <param name="LocalProviders">The providers of the local tier; all others are cloud.</param>
/// <param name="Prices">The models that have a price.</param>
/// <param name="Version">The version that measures; null where nothing is recorded.</param>
/// <param name="ScrapeErrors">What could not be published in this process.</param>
sealed record Facts(IReadOnlySet<string> LocalProviders, IReadOnlyDictionary<LabelSet, TokenPrices> Prices, string? Version, long ScrapeErrors)
{
    /// <summary>The providers that are gateways which measure themselves: what they pass on costs there.</summary>
    public IReadOnlySet<string> Relays { get; init; } = new HashSet<string>();

    public static Facts Of(ImmutableArray<Metric> snapshot)
    {
        HashSet<string> local = [];
        HashSet<string> relays = [];
        Dictionary<LabelSet, TokenPrices> prices = [];
        string? version = null;
        var errors = 0L;
        foreach (var (metric, points) in snapshot)
        {
            if (metric == MetricDefinitions.ProviderInfo)
            {
                local.UnionWith(points.Where(point => point.Labels[1] == MetricLabelValues.Local).Select(point => point.Labels[0]));
            }
            else if (metric == MetricDefinitions.TokenPrice || metric == MetricDefinitions.TierTokenPrice || metric == MetricDefinitions.ToolPrice)
            {
                foreach (var point in points)
                {
                    var labels = new LabelSet(point.Labels[0], point.Labels[1]);
                    var known = prices.GetValueOrDefault(labels, TokenPrices.None);
                    prices[labels] = new(known.Prices.SetItem(PricedItems.Of(metric, point), point.Value));
                }
            }
            else if (metric == MetricDefinitions.ProviderRelay)
            {
                relays.UnionWith(points.Select(point => point.Labels[0]));
            }
            else if (metric == MetricDefinitions.BuildInfo)
            {
                version = points.Single().Labels[0];
            }
            else if (metric == MetricDefinitions.ScrapeErrors)
            {
                errors = (long)points.Single().Value;
            }
        }

        return new Facts(local, prices, version, errors) { Relays = relays };
    }
}
