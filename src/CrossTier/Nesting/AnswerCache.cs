using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>A client that may answer without a request: it says so itself, or repeats a reply of before under its id.</summary>
sealed class AnswerCache
{
    // So many replies of a client are remembered.
    const int MaxKnown = 2_000;

    static readonly ConditionalWeakTable<object, AnswerCache> Caches = [];

    readonly Lock _gate = new();
    readonly WeakReference<IAiCache>? _own;
    readonly HashSet<(string, long, long)> _known = [];
    readonly Queue<(string, long, long)> _order = new();

    AnswerCache(IAiCache? own) => _own = own is null ? null : new(own);

    /// <summary>What a client has below it that answers; null for one that always asks.</summary>
    /// <param name="labels">What the client reports of itself.</param>
    public static AnswerCache? Of(in ClientLabels labels) =>
        labels.Cache is { } own ? Caches.GetValue(own, static own => new AnswerCache((IAiCache)own))
        : labels.RepeatingClient is { } client ? Caches.GetValue(client, static _ => new AnswerCache(own: null))
        : null;

    /// <summary>Whether a reply that came was made without a request.</summary>
    /// <param name="reply">The reply, or the last chunk of it.</param>
    /// <param name="outcome">How it ended.</param>
    public bool HasAnswered(object? reply, in Outcome outcome) =>
        _own is null ? outcome.Status != RequestStatus.Failure && IsRepeated(outcome) : reply is not null && IsCached(reply);

    // Some servers give one id to several replies: what they used tells them apart.
    bool IsRepeated(in Outcome outcome)
    {
        if (outcome.Reading.ResponseId is not { Length: > 0 } id)
        {
            return false;
        }

        var reply = (id, outcome.Reading.Input, outcome.Reading.Output);
        lock (_gate)
        {
            if (_known.Contains(reply))
            {
                return true;
            }

            if (outcome.Status == RequestStatus.Success && _known.Add(reply))
            {
                _order.Enqueue(reply);
                if (_order.Count > MaxKnown)
                {
                    _known.Remove(_order.Dequeue());
                }
            }

            return false;
        }
    }

    bool IsCached(object reply)
    {
        try
        {
            return _own!.TryGetTarget(out var own) && own.IsCached(reply);
        }
        catch (Exception e)
        {
            // It is the application's: the reply that came stays, and counts.
            Warnings.Once("cache:" + reply.GetType().FullName, $"an IAiCache threw {e.GetType().Name} when asked about a reply, which counts as a request.");
            return false;
        }
    }
}
