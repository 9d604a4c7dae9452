using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Counting;

/// <summary>The service tier under which the tokens of a reply are counted apart.</summary>
static class ServiceTiers
{
    /// <summary>
    /// The label; null for the provider's default tier. A tier that the reply names goes before <c>long_context</c>, which a request is in whose
    /// input is above the threshold of its model's price.
    /// </summary>
    public static string? Of(Series series, in ReplyReading reading)
    {
        if (reading.Input + reading.Output == 0)
        {
            return null;
        }

        return reading.Tier is { } tier && !DefaultTiers.Contains(series.Key.Provider, tier) ? series.TierNames.Admit(tier)
            : reading.Input > TierPrice.MinAbove && reading.Input > series.PriceToday()?.LongContextAbove ? TierPrice.LongContext
            : null;
    }
}
