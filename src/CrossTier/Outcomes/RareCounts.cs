namespace CrossTier.Outcomes;

/// <summary>Counts of a response that few replies report, as they came.</summary>
sealed class RareCounts
{
    // Beside the input and no part of it: what tools and citations put into the prompt.
    public uint FurtherInput;

    // Parts: of what was written to a cache, of the input, of what was read from a cache, of the output.
    public uint CacheWriteHourInput;
    public uint AudioInput;
    public uint CachedAudioInput;
    public uint AudioOutput;
}
