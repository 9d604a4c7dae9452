using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>The time series of token details, by label set and by call alike.</summary>
static class DetailPoints
{
    /// <summary>Adds the details.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="rare">What was counted; null for nothing.</param>
    /// <param name="isAlways">Whether a detail exists before its first token.</param>
    /// <param name="labels">The labels before the detail.</param>
    public static void Add(MetricBuilder metric, RareTotals? rare, Func<string, bool> isAlways, params ReadOnlySpan<string> labels)
    {
        for (var i = 0; i < PricedParts.Details.Length; i++)
        {
            var (detail, tokens) = (PricedParts.Details[i], rare?.Details[i] ?? 0);
            if (tokens > 0 || isAlways(detail))
            {
                metric.Add(tokens, [.. labels, detail]);
            }
        }
    }
}
