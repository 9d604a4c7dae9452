namespace CrossTier;

/// <summary>
/// What the parts of a usage cost, in US dollars for a million tokens. The parts are disjoint: a token is in one of them. One without a price of
/// its own costs what it is a part of.
/// </summary>
public abstract record PartPrices
{
    private protected PartPrices()
    {
    }

    /// <summary>A million tokens read, in no other part of the input.</summary>
    public decimal? Input { get; init; }

    /// <summary>A million tokens written, in no other part of the output.</summary>
    public decimal? Output { get; init; }

    /// <summary>A million tokens read from a cache.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>A million tokens written to a cache, for its usual time.</summary>
    public decimal? CacheWriteInput { get; init; }

    /// <summary>A million tokens written to a cache for an hour.</summary>
    public decimal? CacheWriteHourInput { get; init; }

    /// <summary>A million tokens of sound that were heard.</summary>
    public decimal? AudioInput { get; init; }

    /// <summary>A million tokens of sound that were read from a cache.</summary>
    public decimal? CachedAudioInput { get; init; }

    /// <summary>A million tokens of sound that were spoken.</summary>
    public decimal? AudioOutput { get; init; }

    /// <summary>A million tokens of reasoning.</summary>
    public decimal? ReasoningOutput { get; init; }
}
