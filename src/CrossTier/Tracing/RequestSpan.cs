using System.Diagnostics;
using CrossTier.Counting;


namespace CrossTier.Tracing;

/// <summary>
/// The span of a request, which layers of ours share that may see the same one: the outermost begins and ends it, and the one that counts writes
/// it. Requests that turn out to be further ones get their own spans, once that is known.
/// </summary>
/// <param name="activity">The span.</param>
/// <param name="head">How it began.</param>
/// <param name="owner">Who has begun it.</param>
sealed class RequestSpan(Activity activity, SpanHead head, object owner)
{
    readonly Lock _gate = new();
    object? _innermost; // who shares it; null while its owner is alone
    bool _hasFurther;
    bool _hasStopped;
    SpanFacts? _counted;

    /// <summary>Whether it is the parent of a span of another library.</summary>
    public bool IsParent { get; init; }

    /// <summary>What is current while a layer's call runs.</summary>
    public Activity Activity => activity;

    /// <summary>Whether a layer has begun it, and not one above.</summary>
    public bool IsOf(object layer) => ReferenceEquals(layer, owner);

    /// <summary>Shares it with a layer below; only the first request below may be the same one.</summary>
    /// <param name="above">The layer above.</param>
    /// <param name="below">The layer below it.</param>
    public bool TryShare(object above, object below)
    {
        lock (_gate)
        {
            var isFirst = ReferenceEquals(_innermost ?? owner, above) && !_hasStopped;
            _hasFurther |= !isFirst;
            _innermost = isFirst ? below : _innermost;
            return isFirst;
        }
    }

    /// <summary>A layer has counted the request: what was counted below it was another one.</summary>
    public void Counted(SpanFacts request)
    {
        SpanFacts? other;
        lock (_gate)
        {
            (other, _counted) = _hasStopped ? (request, _counted) : (_counted, request);
        }

        Add(other);
    }

    /// <summary>The layer that has begun it is done.</summary>
    /// <param name="hasCounted">Whether it has counted the request itself.</param>
    public void Stop(bool hasCounted)
    {
        lock (_gate)
        {
            if (_hasStopped)
            {
                return;
            }

            _hasStopped = true;
        }

        var isOne = _counted is not null && (hasCounted || !_hasFurther);
        if (isOne)
        {
            Write(_counted!);
        }
        else
        {
            Add(_counted);
            SpanWriter.Clear(activity, head);
        }

        // The clock of the metrics says how long the request took.
        RequestSpans.Stop(activity, isOne && hasCounted ? activity.StartTimeUtc + _counted!.Duration : DateTime.UtcNow);
    }

    void Write(SpanFacts request)
    {
        if (!activity.IsAllDataRequested)
        {
            return;
        }

        if (IsParent)
        {
            SpanWriter.WriteParent(activity, request);
        }
        else
        {
            SpanWriter.Write(activity, request);
        }
    }

    void Add(SpanFacts? request)
    {
        if (request is not null)
        {
            RequestSpans.Add(activity.Context, request);
        }
    }
}
