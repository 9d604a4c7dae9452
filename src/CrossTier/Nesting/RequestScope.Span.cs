using System.Diagnostics;
using CrossTier.Counting;
using CrossTier.Tracing;

namespace CrossTier.Nesting;

/// <summary>The span of its request, while somebody listens to spans.</summary>
partial class RequestScope
{
    RequestSpan? _span;
    Activity? _outerSpan;
    bool _isInSpan;

    /// <summary>What is known of who else makes a span of its request.</summary>
    public SpanOrigin? Origin { get; init; }

    /// <summary>Whether another layer makes the span of its request.</summary>
    public bool IsUntraced { get; init; }

    void StartSpan()
    {
        if (!RequestSpans.IsOn || IsUntraced || counter?.Head is not { } head)
        {
            return;
        }

        if (_isBelow && !IsAside)
        {
            var above = _above!.HasRounds ? _above.Round : _above;
            if (above is not null && above.Class == Class && above._span is { } shared && shared.TryShare(above, this))
            {
                _span = shared;
                return;
            }
        }

        if (Origin?.MakesSpan == true || OtherSources.HasSpan(head))
        {
            return;
        }

        var isParent = client is not null && OtherSources.MakesSpanBelow(head);
        if (RequestSpans.Start(head, isParent ? ActivityKind.Internal : ActivityKind.Client) is { } activity)
        {
            _span = new RequestSpan(activity, head, this) { IsParent = isParent };
        }
    }

    void EnterSpan()
    {
        if (_span is { } span)
        {
            _isInSpan = true;
            _outerSpan = Activity.Current;
            Activity.Current = span.Activity;
        }
    }

    void LeaveSpan()
    {
        if (_isInSpan)
        {
            _isInSpan = false;
            Activity.Current = _outerSpan;
            _outerSpan = null;
        }
    }

    // Histograms take their exemplars from the span that is current.
    void Count(in Outcome outcome)
    {
        if (_span is not { } span)
        {
            counter!.End(outcome);
            return;
        }

        var before = Activity.Current;
        Activity.Current = span.Activity;
        counter!.End(outcome);
        Activity.Current = before;
        if (counter.Asked is { } series)
        {
            span.Counted(new SpanFacts(series, outcome, DateTime.UtcNow));
        }
    }

    void StopSpan(bool hasCounted)
    {
        if (_span is { } span)
        {
            _span = null;
            if (span.IsOf(this))
            {
                span.Stop(hasCounted);
            }
        }
    }
}
