using System.Diagnostics;
using CrossTier.Conventions;
using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.Tracing;

/// <summary>Writes what is known of a request onto its span: counts and names, and nothing of what was asked or answered.</summary>
static class SpanWriter
{
    /// <summary>All that a request's span reports.</summary>
    public static void Write(Activity span, SpanFacts request)
    {
        var head = request.Series.Head;
        span.DisplayName = head.Name;
        foreach (var (name, value) in head.Tags)
        {
            span.SetTag(name, value);
        }

        WriteEnd(span, request);
        WriteReply(span, request);
    }

    /// <summary>What is known of a request whose own span another library makes: nothing that a back end would count twice.</summary>
    public static void WriteParent(Activity span, SpanFacts request)
    {
        Clear(span, request.Series.Head);
        WriteEnd(span, request);
    }

    /// <summary>It was no request: others were made below it, or none.</summary>
    public static void Clear(Activity span, SpanHead head)
    {
        span.DisplayName = head.Call;
        foreach (var (name, _) in head.Tags)
        {
            if (name != SpanAttributes.Call)
            {
                span.SetTag(name, null);
            }
        }
    }

    static void WriteEnd(Activity span, SpanFacts request)
    {
        var (series, outcome) = (request.Series, request.Outcome);
        span.SetTag(SpanAttributes.Tier, series.IsLocal ? MetricLabelValues.Local : MetricLabelValues.Cloud);
        if (outcome.Status == RequestStatus.Failure)
        {
            span.SetTag(GenAIAttributes.ErrorType, GenAIValues.ErrorOf(ErrorKinds.LabelOf(outcome.Error)));
            span.SetStatus(ActivityStatusCode.Error); // Without a description: messages of exceptions quote prompts.
        }
        else if (outcome.Status == RequestStatus.Cancelled)
        {
            span.SetTag(GenAIAttributes.ErrorType, GenAIValues.Cancelled);
        }
    }

    static void WriteReply(Activity span, SpanFacts request)
    {
        var reading = request.Outcome.Reading;
        if (request.Outcome.Chunks is { } chunks)
        {
            span.SetTag(GenAIAttributes.RequestStream, true);
            if (chunks.First is { } ticks)
            {
                span.SetTag(GenAIAttributes.ResponseTimeToFirstChunk, Buckets.Seconds(ticks));
            }
        }

        SetIfKnown(span, GenAIAttributes.ResponseModel, reading.ReplyModel);
        SetIfKnown(span, GenAIAttributes.ResponseId, reading.ResponseId);
        if (reading.Finish != FinishReason.None)
        {
            span.SetTag(GenAIAttributes.ResponseFinishReasons, new[] { FinishReasons.LabelOf(reading.Finish) });
        }

        if (!reading.HasUsage)
        {
            return;
        }

        var counts = reading.Counts;
        span.SetTag(GenAIAttributes.UsageInputTokens, counts.Input);
        SetIfAny(span, GenAIAttributes.UsageOutputTokens, counts.Output);
        SetIfAny(span, GenAIAttributes.UsageCacheReadInputTokens, counts.CachedInput + counts.CachedAudioInput);
        SetIfAny(
            span,
            RequestSpans.IsLatest ? GenAIAttributes.UsageCacheWriteInputTokens : GenAIAttributes.UsageCacheCreationInputTokens,
            counts.CacheWriteInput + counts.CacheWriteHourInput);
        SetIfAny(span, GenAIAttributes.UsageReasoningOutputTokens, counts.ReasoningOutput);
        if (request.Series.CostOf(reading) is { } cost)
        {
            span.SetTag(SpanAttributes.CostUsd, cost);
        }
    }

    static void SetIfKnown(Activity span, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            span.SetTag(name, value);
        }
    }

    static void SetIfAny(Activity span, string name, long count)
    {
        if (count > 0)
        {
            span.SetTag(name, count);
        }
    }
}
