using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>How its request ends, or each of several: a call that runs a loop over tools has one for each round.</summary>
partial class RequestScope
{
    long _started;
    bool _hasEndedRounds;
    bool _isBetweenRounds;

    /// <summary>The reading of its stream, if it is one.</summary>
    public IRoundReading? Stream { get; set; }

    /// <summary>A round of the loop that it runs has ended: a request of its own.</summary>
    /// <param name="reading">What its reply reports; a stream has read it itself.</param>
    public void EndRound(in ReplyReading reading)
    {
        var ticks = Stopwatch.GetTimestamp() - _started;
        var outcome = Stream?.EndRound() ?? new Outcome(RequestStatus.Success, default, ticks, FirstTokenTicks: null, reading, ProducedOutput: true);
        Remember(outcome);
        Settle(outcome, Interlocked.Exchange(ref _deferred, null));
        _hasEndedRounds = _isBetweenRounds = true;
        EndedInScope();
    }

    /// <summary>The next round begins.</summary>
    public void BeginRound()
    {
        _isBetweenRounds = _isReplyOfChild = false;
        _since = Volatile.Read(ref _children)?.Now ?? 0;
        counter?.Start();
        StartSpan();
        _started = Stopwatch.GetTimestamp();
        Stream?.BeginRound();
    }

    /// <summary>The round that has begun is none.</summary>
    public void WithdrawRound()
    {
        counter?.Withdraw();
        StopSpan(hasCounted: false);
        _isBetweenRounds = true;
    }

    void Remember(in Outcome outcome)
    {
        (Status, ProducedOutput, HasUsage) = (outcome.Status, outcome.ProducedOutput, outcome.Reading.HasUsage);
        (Input, Output, ResponseId) = (outcome.Reading.Input, outcome.Reading.Output, outcome.Reading.ResponseId);
    }

    // Who counts it: a request below, or this one.
    void Settle(in Outcome outcome, DeferredRequests? deferred)
    {
        if (counter is null || Cache?.HasAnswered(Reply, outcome) == true || _isReplyOfChild || Volatile.Read(ref _children)?.Include(this, _since) == true)
        {
            counter?.Withdraw();
            StopSpan(hasCounted: false);
            deferred?.Release();
        }
        else if (deferred is null)
        {
            Count(outcome);
            StopSpan(hasCounted: true);
        }
        else
        {
            var resolved = outcome;
            deferred.Resolve(this, ref resolved);
            Count(resolved);
            StopSpan(hasCounted: true);
        }
    }
}
