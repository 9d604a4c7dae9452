using CrossTier.Counting;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Nesting;

/// <summary>The requests on the wire that wait for the end of a scope.</summary>
sealed class DeferredRequests
{
    readonly Lock _gate = new();
    List<IDeferredRequest>? _waiting = [];

    /// <summary>Has a request wait.</summary>
    /// <returns>False if the scope has ended.</returns>
    public bool Add(IDeferredRequest request)
    {
        lock (_gate)
        {
            _waiting?.Add(request);
            return _waiting is not null;
        }
    }

    /// <summary>Whether one of them was answered.</summary>
    public bool HasAnswer
    {
        get
        {
            lock (_gate)
            {
                return _waiting?.Exists(request => request.Facts.Status == RequestStatus.Success) == true;
            }
        }
    }

    /// <summary>Takes a request back, unless it is decided already.</summary>
    public bool Remove(IDeferredRequest request)
    {
        lock (_gate)
        {
            return _waiting?.Remove(request) == true;
        }
    }

    /// <summary>The scope is no request of its own: each of them is.</summary>
    public void Release()
    {
        foreach (var request in Take())
        {
            request.Release();
        }
    }

    /// <summary>The scope's request has ended: which of them it was, and which are requests of their own.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="outcome">How it ended. Where it reports no usage, that of the wire holds.</param>
    public void Resolve(RequestScope scope, ref Outcome outcome)
    {
        var waiting = Take();
        var facts = waiting.ConvertAll(request => request.Facts);
        var main = MainOf(facts, outcome);
        var claimed = new bool[facts.Count];
        foreach (var index in SummedIn(facts, outcome, main))
        {
            claimed[index] = true;
        }

        if (main >= 0)
        {
            claimed[main] = true;
            if (outcome.Reading.IsUsageMissing && facts[main].Reading.HasUsage)
            {
                outcome = outcome with { Reading = facts[main].Reading };
            }
        }

        if (EndOf(facts, outcome) is var end && end > main)
        {
            claimed[end] = true;
        }

        scope.Retried(AddAttempts(facts, claimed));
        for (var i = 0; i < waiting.Count; i++)
        {
            if (claimed[i])
            {
                waiting[i].Claim();
                if (facts[i].Reading.RateLimitRemaining is { } remaining)
                {
                    scope.Keep(remaining);
                }
            }
            else
            {
                waiting[i].Release();
            }
        }
    }

    /// <summary>The one that brought the reply, or what came in its place; -1 if there is none.</summary>
    static int MainOf(List<DeferredFacts> facts, in Outcome outcome)
    {
        var (id, input, output) = (outcome.Reading.ResponseId, outcome.Reading.Input, outcome.Reading.Output);
        var byId = id is null ? -1 : facts.FindLastIndex(fact => fact.Reading.ResponseId == id);
        if (byId >= 0 || outcome.Status != RequestStatus.Success)
        {
            var ended = outcome;
            return byId >= 0 ? byId : facts.FindLastIndex(fact => Fits(fact, ended));
        }

        return facts.FindLastIndex(fact => !fact.HasFailed
            && (id is null || fact.Reading.ResponseId is null)
            && ((input | output) == 0 || !fact.HasTokens || (fact.Reading.Input, fact.Reading.Output) == (input, output)));
    }

    /// <summary>
    /// The last one that broke off as the scope did; -1 if there is none. An id is no evidence against it: the reply's may be that of a round before.
    /// </summary>
    static int EndOf(List<DeferredFacts> facts, in Outcome outcome)
    {
        var ended = outcome;
        return outcome.Status == RequestStatus.Success ? -1 : facts.FindLastIndex(fact => BrokeOffWith(fact, ended));
    }

    static bool BrokeOffWith(in DeferredFacts last, in Outcome outcome) => last.Status switch
    {
        RequestStatus.Success => false,
        RequestStatus.Failure => outcome.Status == RequestStatus.Failure || !outcome.ProducedOutput,
        _ => true,
    };

    // What came in the place of a reply is no request that was answered, unless its answer was not understood or not read to its end.
    static bool Fits(in DeferredFacts last, in Outcome outcome) => last.Status == RequestStatus.Success
        ? (outcome.Reading.ResponseId is null || last.Reading.ResponseId is null)
            && (outcome.ProducedOutput || (outcome.Status == RequestStatus.Failure && outcome.Error == ErrorKind.Other))
        : BrokeOffWith(last, outcome);

    /// <summary>The rounds of a loop, whose usage the scope's reply sums up.</summary>
    static IEnumerable<int> SummedIn(List<DeferredFacts> facts, in Outcome outcome, int main)
    {
        var (input, output) = (outcome.Reading.Input, outcome.Reading.Output);
        if ((input | output) == 0)
        {
            return outcome.Status != RequestStatus.Success ? [] : Indexes(facts, static fact => !fact.HasFailed && !fact.HasTokens);
        }

        var rounds = Indexes(facts, static fact => fact.HasTokens).TakeLast(UsageSum.MaxParts).ToArray();
        var needed = outcome.Status == RequestStatus.Success ? Array.IndexOf(rounds, main) : -1;
        var summed = UsageSum.Find(Array.ConvertAll(rounds, index => (facts[index].Reading.Input, facts[index].Reading.Output)), (input, output), needed);
        return rounds.Where((_, bit) => (summed & (1u << bit)) != 0);
    }

    /// <summary>Claims the failed attempts of what is claimed.</summary>
    /// <returns>Their number.</returns>
    static int AddAttempts(List<DeferredFacts> facts, bool[] claimed)
    {
        var attempts = 0;
        for (var i = facts.Count - 2; i >= 0; i--)
        {
            var next = facts.FindIndex(i + 1, later => facts[i].IsRepeatedBy(later));
            if (!claimed[i] && next >= 0 && claimed[next])
            {
                claimed[i] = true;
                attempts++;
            }
        }

        return attempts;
    }

    static IEnumerable<int> Indexes(List<DeferredFacts> facts, Func<DeferredFacts, bool> fits) =>
        Enumerable.Range(0, facts.Count).Where(index => fits(facts[index]));

    List<IDeferredRequest> Take()
    {
        lock (_gate)
        {
            var waiting = _waiting ?? [];
            _waiting = null;
            return waiting;
        }
    }
}
