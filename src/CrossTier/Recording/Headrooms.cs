using System.Collections.Concurrent;

namespace CrossTier.Recording;

/// <summary>What is left of the rate limits, as the last reply of each pair of provider and model said. Bounded as the pairs are.</summary>
sealed class Headrooms
{
    readonly ConcurrentDictionary<LabelSet, Headroom> _last = new();

    public IEnumerable<KeyValuePair<LabelSet, Headroom>> All => _last;

    public void Keep(LabelSet set, Headroom headroom) =>
        _last.AddOrUpdate(set, static (_, now) => now, static (_, before, now) => now with { Requests = now.Requests ?? before.Requests, Tokens = now.Tokens ?? before.Tokens }, headroom);
}
