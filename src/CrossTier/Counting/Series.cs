using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>One key and its counters: where requests start and end.</summary>
sealed class Series : Recorder, IRecorderSource
{
    readonly Registry _registry;
    readonly SeriesCells _cells;
    readonly Series _proving;
    readonly bool _isUnknown;
    LabelSet? _unproven;
    bool _hasSucceeded;

    // Nothing but counters is touched by a success: it moves to no other series, proves nothing, and the reply's model is known.
    bool _isPlain;
    Move? _lastMove;
    SpanHead? _spanHead;

    /// <param name="registry">The registry that resolves the reply's model.</param>
    /// <param name="key">The labels.</param>
    /// <param name="cells">The counters; several names that were folded into <c>other</c> share them.</param>
    /// <param name="unproven">The pair whose first success is to be reported to the cap, or null.</param>
    public Series(Registry registry, SeriesKey key, SeriesCells cells, LabelSet? unproven)
    {
        _registry = registry;
        Key = key;
        _cells = cells;
        _unproven = unproven;
        _proving = this;
        _isUnknown = key.Model == LabelValues.Unknown;
    }

    Series(Series counted, RequestTarget target)
    {
        _registry = counted._registry;
        Key = counted.Key;
        _cells = counted._cells;
        _proving = counted._proving;
        _isUnknown = counted._isUnknown;
        IsFolded = counted.IsFolded;
        Target = target;
    }

    public SeriesKey Key { get; }

    public SeriesCells Cells => _cells;

    /// <summary>Whether the name that was asked for is counted as <c>other</c>, for now: not to be cached.</summary>
    public bool IsFolded { get; init; }

    /// <summary>What its requests have in common beyond the key. Series of several origins share their counters.</summary>
    public RequestTarget Target { get; } = RequestTarget.Unknown;

    public Series WithTarget(RequestTarget target) => target == Target ? this : new Series(this, target);

    /// <inheritdoc/>
    public override SpanHead Head => _spanHead ??= SpanHead.Of(Key, Target);

    /// <inheritdoc/>
    public override Series Asked => this;

    /// <summary>Whether its provider is of the local tier.</summary>
    public bool IsLocal => Key.Instance.Length > 0;

    /// <summary>Starts a request. What comes back is where its success may be counted, on this thread and if nobody listens; null if only here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell? StartHere()
    {
        if (_isPlain && _cells.Current is { } cell)
        {
            cell.Start();
            return cell;
        }

        Start();
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override void Start()
    {
        _isPlain = !_isUnknown && _proving is { _unproven: null, _hasSucceeded: true };
        _cells.Start();
    }

    public override void End(in Outcome outcome)
    {
        var counted = _isUnknown && outcome.Reading.ReplyModel is { Length: > 0 } model ? OfReply(model) : this;
        if (ServiceTiers.Of(counted, outcome.Reading) is { } tier)
        {
            Count(counted, outcome with { ServiceTier = tier });
        }
        else
        {
            Count(counted, outcome);
        }

        if (outcome.Reading.RateLimitRemaining is { } remaining)
        {
            _registry.RateLimits.Keep(counted.Key.LabelSet, remaining);
        }

        if (outcome.Status == RequestStatus.Success)
        {
            counted.Prove();
            Learn(outcome.Reading.ReplyModel);
        }

        if (SeriesObservers.All is { } observers)
        {
            SeriesObservers.Notify(observers, this, counted, outcome);
        }
    }

    // What is not plain is done by End, out of line: a call pays for the stack of what is inlined into it.
    public override void Succeed(long ticks, in ReplyReading reading)
    {
        if (_isPlain && !reading.HasRare && SeriesObservers.All is null)
        {
            _cells.Succeed(ticks, reading);
        }
        else
        {
            SucceedWith(ticks, reading);
        }
    }

    Recorder IRecorderSource.GetRecorder() => this;

    public override void Withdraw() => _cells.End(default, moved: true);

    public override void Retried(int attempts) => _cells.Retried(attempts);

    // Which model the limits hold for is known when the reply has been read: until then nothing is reported.
    public override void Keep(RateLimitRemaining remaining)
    {
        if (Key.Model != LabelValues.Unknown)
        {
            _registry.RateLimits.Keep(Key.LabelSet, remaining);
        }
    }

    /// <summary>The service tiers that are told apart.</summary>
    public BoundedNames TierNames => _registry.TierNames;

    /// <summary>What its tokens cost today; null if that is not known.</summary>
    public TokenPrice? PriceToday() => _registry.PriceOf(Key.LabelSet, DateOnly.FromDateTime(DateTime.UtcNow)).Price;

    /// <summary>What a request costs today, in US dollars; null if that is not known.</summary>
    public double? CostOf(in ReplyReading reading)
    {
        var counted = _isUnknown && reading.ReplyModel is { Length: > 0 } model ? OfReply(model) : this;
        return counted.PriceToday() is { } price ? RequestCost.Of(price, ServiceTiers.Of(counted, reading), reading) : null;
    }

    Series OfReply(string model)
    {
        if (_lastMove is { } last && last.Model == model)
        {
            return last.Series;
        }

        var series = _registry.GetSeries(Key with { Model = ModelName.Normalise(model) });
        if (!series.IsFolded)
        {
            _lastMove = new Move(model, series);
        }

        return series;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void SucceedWith(long ticks, in ReplyReading reading) => base.Succeed(ticks, reading);

    void Count(Series counted, in Outcome outcome)
    {
        var moved = counted != this;
        _cells.End(outcome, moved);
        if (moved)
        {
            counted._cells.Record(outcome);
        }
    }

    // What the reply calls its model prices a label that has no price.
    void Learn(string? replyModel)
    {
        _proving._hasSucceeded = true;
        if (!_isUnknown && !IsFolded && replyModel is { Length: > 0 })
        {
            _registry.RepliedModels.Keep(Key.LabelSet, replyModel);
        }
    }

    void Prove()
    {
        if (_proving._unproven is { } set)
        {
            _registry.Cap.Prove(set);
            _proving._unproven = null;
        }
    }

    sealed record Move(string Model, Series Series);
}
