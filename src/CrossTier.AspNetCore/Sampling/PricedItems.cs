using CrossTier.Exposition;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>Finds what a time series of tokens, tools or prices is of.</summary>
static class PricedItems
{
    /// <summary>The item.</summary>
    public static PricedItem Of(MetricDefinition metric, MetricPoint point) =>
        metric == MetricDefinitions.TierTokens || metric == MetricDefinitions.TierTokenPrice
            ? new PricedItem(PricedKind.TierTokens, point.Labels[2], point.Labels[3])
        : metric == MetricDefinitions.BilledToolUses || metric == MetricDefinitions.ToolPrice
            ? new PricedItem(PricedKind.Tool, point.Labels[2])
        : new PricedItem(PricedKind.Tokens, point.Labels[2]);
}
