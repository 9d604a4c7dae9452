using System.Collections.Immutable;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>The figures of one label set at one moment.</summary>
/// <param name="Counts">Counted since the process started.</param>
/// <param name="InFlight">Issued and not ended.</param>
/// <param name="Durations">How many durations fell into each bucket.</param>
/// <param name="FirstTokens">How many times to first token fell into each bucket; empty where nothing has streamed.</param>
sealed record SamplePoint(Counts Counts, long InFlight, ImmutableArray<long> Durations, ImmutableArray<long> FirstTokens)
{
    /// <summary>What has a price of its own beside plain input and output, counted since the process started.</summary>
    public ImmutableDictionary<PricedItem, long> Items { get; init; } = ImmutableDictionary<PricedItem, long>.Empty;

    /// <summary>Whether nothing happened since. A request is in the counts and in the buckets, or in neither.</summary>
    public bool IsSameAs(SamplePoint? earlier) => earlier is not null && Counts == earlier.Counts && InFlight == earlier.InFlight;
}
