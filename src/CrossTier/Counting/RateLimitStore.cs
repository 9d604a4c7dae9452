using System.Collections.Concurrent;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>What is left of the rate limits, as the last reply of each pair of provider and model reported. Bounded as the pairs are.</summary>
sealed class RateLimitStore
{
    readonly ConcurrentDictionary<LabelSet, RateLimitRemaining> _last = new();

    public IEnumerable<KeyValuePair<LabelSet, RateLimitRemaining>> All => _last;

    public void Keep(LabelSet set, RateLimitRemaining remaining) =>
        _last.AddOrUpdate(
            set,
            static (_, now) => now,
            static (_, before, now) => now with { Requests = now.Requests ?? before.Requests, Tokens = now.Tokens ?? before.Tokens },
            remaining);
}
