namespace CrossTier.Recording;

/// <summary>Totals that most series never have: errors, token details, first-token times, retries.</summary>
sealed class RareTotals
{
    public long[] Errors { get; } = new long[Totals.ErrorKinds];

    public long CachedInput { get; private set; }

    public long CacheWriteInput { get; private set; }

    public long ReasoningOutput { get; private set; }

    public long Retries { get; set; }

    /// <summary>Null until a stream had a first token.</summary>
    public Distribution? FirstToken { get; private set; }

    public void Record(in Outcome outcome)
    {
        CachedInput += outcome.Reading.CachedInput;
        CacheWriteInput += outcome.Reading.CacheWriteInput;
        ReasoningOutput += outcome.Reading.ReasoningOutput;
        if (outcome.FirstTokenTicks is { } ticks)
        {
            (FirstToken ??= new()).Observe(ticks);
        }
    }

    public void Add(RareTotals other)
    {
        for (var i = 0; i < Errors.Length; i++)
        {
            Errors[i] += other.Errors[i];
        }

        CachedInput += other.CachedInput;
        CacheWriteInput += other.CacheWriteInput;
        ReasoningOutput += other.ReasoningOutput;
        Retries += other.Retries;
        if (other.FirstToken is { } firstToken)
        {
            (FirstToken ??= new()).Add(firstToken);
        }
    }
}
