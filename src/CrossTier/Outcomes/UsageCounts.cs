namespace CrossTier.Outcomes;

/// <summary>
/// The tokens of a request. The details are disjoint, so that a price is a plain sum: those of the input never exceed <see cref="Input"/>, those
/// of the output never <see cref="Output"/>.
/// </summary>
/// <param name="Input">All input.</param>
/// <param name="Output">All output.</param>
/// <param name="CachedInput">Input that was read from a cache and is no audio.</param>
/// <param name="CacheWriteInput">Input that was written to a cache, but for what is kept there for an hour.</param>
/// <param name="CacheWriteHourInput">Input that was written to a cache for an hour.</param>
/// <param name="AudioInput">Audio that was read from no cache.</param>
/// <param name="CachedAudioInput">Audio that was read from a cache.</param>
/// <param name="AudioOutput">Audio.</param>
/// <param name="ReasoningOutput">Reasoning.</param>
readonly record struct UsageCounts(
    long Input,
    long Output,
    long CachedInput,
    long CacheWriteInput,
    long CacheWriteHourInput,
    long AudioInput,
    long CachedAudioInput,
    long AudioOutput,
    long ReasoningOutput)
{
    /// <summary>How many parts a usage has: plain input, plain output and the details.</summary>
    public const int PartCount = 2 + DetailCount;

    /// <summary>How many details there are.</summary>
    public const int DetailCount = 7;

    /// <summary>Writes the disjoint parts, in the order of <see cref="Labels.PricedParts.All"/>.</summary>
    public void CopyPartsTo(Span<long> parts)
    {
        parts[0] = Input - CachedInput - CacheWriteInput - CacheWriteHourInput - AudioInput - CachedAudioInput;
        parts[1] = Output - AudioOutput - ReasoningOutput;
        (parts[2], parts[3], parts[4], parts[5], parts[6]) = (CachedInput, CacheWriteInput, CacheWriteHourInput, AudioInput, CachedAudioInput);
        (parts[7], parts[8]) = (AudioOutput, ReasoningOutput);
    }

    public static UsageCounts operator +(in UsageCounts a, in UsageCounts b) => new(
        a.Input + b.Input,
        a.Output + b.Output,
        a.CachedInput + b.CachedInput,
        a.CacheWriteInput + b.CacheWriteInput,
        a.CacheWriteHourInput + b.CacheWriteHourInput,
        a.AudioInput + b.AudioInput,
        a.CachedAudioInput + b.CachedAudioInput,
        a.AudioOutput + b.AudioOutput,
        a.ReasoningOutput + b.ReasoningOutput);
}
