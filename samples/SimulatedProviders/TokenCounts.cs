namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Tokens as a provider tells them.</summary>
/// <param name="Input">The whole prompt, cached and cache-written tokens included.</param>
/// <param name="Output">The whole reply, reasoning included.</param>
/// <param name="CachedInput">The part of <paramref name="Input"/> that was read from a cache.</param>
/// <param name="CacheWriteInput">The part of <paramref name="Input"/> that was written to a cache.</param>
/// <param name="Reasoning">The part of <paramref name="Output"/> that was reasoning.</param>
public readonly record struct TokenCounts(long Input, long Output, long CachedInput = 0, long CacheWriteInput = 0, long Reasoning = 0)
{
    /// <summary>Adds two counts field by field.</summary>
    public static TokenCounts operator +(TokenCounts a, TokenCounts b) => new(
        a.Input + b.Input, a.Output + b.Output, a.CachedInput + b.CachedInput, a.CacheWriteInput + b.CacheWriteInput, a.Reasoning + b.Reasoning);
}
