using System.Collections.Immutable;
using CrossTier.Labels;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>What was used, as prices see it.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="Items">How much of that is in a detail or another tier, and how often tools were used.</param>
readonly record struct PricedUsage(long Input, long Output, ImmutableDictionary<PricedItem, long> Items)
{
    /// <summary>What is new since.</summary>
    public static PricedUsage Between(SamplePoint? earlier, SamplePoint later)
    {
        var counts = later.Counts - (earlier?.Counts ?? default);
        var items = earlier is null || earlier.Items.IsEmpty
            ? later.Items
            : later.Items.Select(item => KeyValuePair.Create(item.Key, item.Value - earlier.Items.GetValueOrDefault(item.Key))).ToImmutableDictionary();
        return new(counts.Input, counts.Output, items);
    }

    /// <summary>The disjoint parts of the default tier: each token is in one of them or in another tier. None is below 0.</summary>
    public IEnumerable<(string Part, long Tokens)> DefaultTier
    {
        get
        {
            var items = Items;
            long Of(string detail) => items.GetValueOrDefault(new PricedItem(PricedKind.Tokens, detail));
            var (input, output) = (Input - PricedParts.OfInput.Sum(Of), Output - PricedParts.OfOutput.Sum(Of));
            return PricedParts.All.Select(part => (part, Math.Max(0, part switch
            {
                MetricLabelValues.Input => Math.Max(0, input),
                MetricLabelValues.Output => Math.Max(0, output),
                _ => Of(part),
            } - items.Where(item => item.Key.Kind == PricedKind.TierTokens && item.Key.Name == part).Sum(item => item.Value))));
        }
    }
}
