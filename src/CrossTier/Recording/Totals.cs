using CrossTier.Outcomes;

namespace CrossTier.Recording;

/// <summary>What was counted: the content of one stripe, and the sum over stripes or series that a snapshot reads. Not synchronised by itself.</summary>
sealed class Totals
{
    public static readonly int ErrorKinds = Enum.GetValues<ErrorKind>().Length;

    public long Started { get; set; }

    public long Ended { get; private set; }

    public long Success { get; private set; }

    public long Failure { get; private set; }

    public long Cancelled { get; private set; }

    public long CancelledTicks { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long UsageMissing { get; private set; }

    public Distribution Durations { get; } = new();

    /// <summary>What most series never have; null until it is needed.</summary>
    public RareTotals? Rare { get; private set; }

    public void End() => Ended++;

    public void Record(in Outcome outcome)
    {
        switch (outcome.Status)
        {
            case RequestStatus.Success:
                Success++;
                Durations.Observe(outcome.Ticks);
                break;
            case RequestStatus.Failure:
                Failure++;
                Durations.Observe(outcome.Ticks);
                (Rare ??= new()).Errors[(int)outcome.Error]++;
                break;
            default:
                Cancelled++;
                CancelledTicks += outcome.Ticks;
                break;
        }

        InputTokens += outcome.Reading.Input;
        OutputTokens += outcome.Reading.Output;
        if (outcome.UsageMissing)
        {
            UsageMissing++;
        }

        if (outcome.NeedsRare)
        {
            (Rare ??= new()).Record(outcome);
        }
    }

    public void Add(Totals other)
    {
        Started += other.Started;
        Ended += other.Ended;
        Success += other.Success;
        Failure += other.Failure;
        Cancelled += other.Cancelled;
        CancelledTicks += other.CancelledTicks;
        InputTokens += other.InputTokens;
        OutputTokens += other.OutputTokens;
        UsageMissing += other.UsageMissing;
        Durations.Add(other.Durations);
        if (other.Rare is { } rare)
        {
            (Rare ??= new()).Add(rare);
        }
    }

    public void Retried(int attempts) => (Rare ??= new()).Retries += attempts;
}
