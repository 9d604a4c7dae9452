using CrossTier.CompilerServices;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>What was counted: the content of a cell, and the sum of many. In one piece, so that recording touches few cache lines.</summary>
struct Totals
{
    public long Started { get; set; }

    public long Ended { get; private set; }

    public long Success { get; private set; }

    public long Failure { get; private set; }

    public long Cancelled { get; private set; }

    public long CancelledTicks { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long UsageMissing { get; private set; }

    /// <summary>What most series never have; null until it is needed.</summary>
    public RareTotals? Rare { get; private set; }

    public Distribution Durations;

    public void End() => Ended++;

    /// <summary>Counts a success that was no stream: nearly every request, so it is spared a whole outcome.</summary>
    public void Succeed(long ticks, in ReplyReading reading)
    {
        Durations.Observe(ticks);
        Success++;
        Use(reading, producedOutput: true);
    }

    public void Record(in Outcome outcome)
    {
        if (outcome.Status == RequestStatus.Cancelled)
        {
            Cancelled++;
            CancelledTicks += outcome.Ticks;
        }
        else
        {
            Durations.Observe(outcome.Ticks);
            if (outcome.Status == RequestStatus.Success)
            {
                Success++;
            }
            else
            {
                Failure++;
            }
        }

        Use(outcome.Reading, outcome.ProducedOutput);
        if (outcome.FirstTokenTicks is not null || outcome.Status == RequestStatus.Failure)
        {
            (Rare ??= new()).Record(outcome);
        }
    }

    public void Retried(int attempts) => (Rare ??= new()).Retries += attempts;

    public void Add(in Totals other)
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

    /// <summary>A copy that shares nothing with this one.</summary>
    public readonly Totals Copy() => this with { Rare = Rare?.Copy() };

    void Use(in ReplyReading reading, bool producedOutput)
    {
        InputTokens += reading.Input;
        OutputTokens += reading.Output;
        if (producedOutput && reading.IsUsageMissing)
        {
            UsageMissing++;
        }

        if (reading.HasDetails)
        {
            (Rare ??= new()).Use(reading);
        }
    }
}
