using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>Totals that most series never have: errors, token details, first-token times, retries.</summary>
sealed class RareTotals
{
    PerError _errors;

    public ReadOnlySpan<long> Errors => _errors;

    public long CachedInput { get; private set; }

    public long CacheWriteInput { get; private set; }

    public long ReasoningOutput { get; private set; }

    public long Retries { get; set; }

    public bool HasFirstToken { get; private set; }

    public Distribution FirstToken;

    public void Record(in Outcome outcome)
    {
        if (outcome.Status == RequestStatus.Failure)
        {
            _errors[(int)outcome.Error]++;
        }

        if (outcome.FirstTokenTicks is { } ticks)
        {
            HasFirstToken = true;
            FirstToken.Observe(ticks);
        }
    }

    public void Use(in ReplyReading reading)
    {
        var counts = reading.Counts;
        CachedInput += counts.CachedInput;
        CacheWriteInput += counts.CacheWriteInput;
        ReasoningOutput += counts.ReasoningOutput;
    }

    public void Add(RareTotals other)
    {
        for (var i = 0; i < ErrorKinds.Count; i++)
        {
            _errors[i] += other._errors[i];
        }

        CachedInput += other.CachedInput;
        CacheWriteInput += other.CacheWriteInput;
        ReasoningOutput += other.ReasoningOutput;
        Retries += other.Retries;
        HasFirstToken |= other.HasFirstToken;
        FirstToken.Add(other.FirstToken);
    }

    public RareTotals Copy() => (RareTotals)MemberwiseClone();

    [InlineArray(ErrorKinds.Count)]
    struct PerError
    {
        long _first;
    }
}
