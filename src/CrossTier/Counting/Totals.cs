using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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

    PerReason _finished;

    /// <summary>Successes by why the model stopped, in the order of <see cref="FinishReason"/>; the first has no reason.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<long> Finished => _finished;

    /// <summary>What most series never have; null until it is needed.</summary>
    public RareTotals? Rare { get; private set; }

    /// <summary>What series have that stream; null until it is needed.</summary>
    public StreamTotals? Streams { get; private set; }

    public Distribution Durations;

    public void End() => Ended++;

    /// <summary>Counts a success that was no stream: nearly every request, so it is spared a whole outcome.</summary>
    public void Succeed(long ticks, in ReplyReading reading)
    {
        Durations.Observe(ticks);
        Success++;
        _finished[(int)reading.Finish]++;
        Use(reading, producedOutput: true, serviceTier: null);
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
                _finished[(int)outcome.Reading.Finish]++;
            }
            else
            {
                Failure++;
                (Rare ??= new()).Fail(outcome.Error);
            }
        }

        Use(outcome.Reading, outcome.ProducedOutput, outcome.ServiceTier);
        if (outcome.FirstTokenTicks is { } firstToken)
        {
            (Streams ??= new()).FirstToken.Observe(firstToken);
        }

        if (outcome.StallTicks is not null || outcome.OutputTokenTicks is not null)
        {
            (Streams ??= new()).Wait(outcome.StallTicks, outcome.OutputTokenTicks);
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
        for (var reason = 0; reason < FinishReasons.Count; reason++)
        {
            _finished[reason] += other._finished[reason];
        }

        Durations.Add(other.Durations);
        if (other.Rare is { } rare)
        {
            (Rare ??= new()).Add(rare);
        }

        if (other.Streams is { } streams)
        {
            (Streams ??= new()).Add(streams);
        }
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public readonly Totals Copy() => this with { Rare = Rare?.Copy(), Streams = Streams?.Copy() };

    void Use(in ReplyReading reading, bool producedOutput, string? serviceTier)
    {
        InputTokens += reading.Input;
        OutputTokens += reading.Output;
        if (producedOutput && reading.IsUsageMissing)
        {
            UsageMissing++;
        }

        if (reading.HasDetails || serviceTier is not null)
        {
            (Rare ??= new()).Use(reading, serviceTier);
        }
    }

    [InlineArray(FinishReasons.Count)]
    struct PerReason
    {
        long _first;
    }
}
