using CrossTier.CompilerServices;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>What one request costs: the sum that the recording rules take of all.</summary>
static class RequestCost
{
    /// <summary>US dollars; null where a part that it used has no price.</summary>
    /// <param name="price">The prices of its model.</param>
    /// <param name="serviceTier">The tier that it was served in; null for the default.</param>
    /// <param name="reading">What its reply reports.</param>
    public static double? Of(TokenPrice price, string? serviceTier, in ReplyReading reading)
    {
        var usual = price.Parts;
        var ofTier = price.Tiers.FirstOrDefault(tier => tier.ServiceTier == serviceTier)?.Parts;
        Span<long> counts = stackalloc long[UsageCounts.PartCount];
        reading.Counts.CopyPartsTo(counts);
        var cost = 0m;
        for (var part = 0; part < counts.Length; part++)
        {
            if (counts[part] <= 0)
            {
                continue;
            }

            var whole = PricedParts.WholeOf(PricedParts.All[part]) == MetricLabelValues.Input ? 0 : 1;
            if ((ofTier?[part] ?? usual[part] ?? ofTier?[whole] ?? usual[whole]) is not { } usd)
            {
                return null;
            }

            cost += counts[part] * usd / 1_000_000m;
        }

        foreach (var (tool, uses) in reading.BilledToolUses ?? new Dictionary<string, long>())
        {
            if (!price.Tools.TryGetValue(tool, out var usd))
            {
                return null;
            }

            cost += uses * usd;
        }

        return (double)cost;
    }
}
