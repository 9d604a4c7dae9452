using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrossTier.CompilerServices;
using CrossTier.Conventions;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>The instruments of the GenAI conventions, recorded in the call. A meter of their own, so that each provider chooses.</summary>
sealed class GenAIMeter
{
    public const string Name = "CrossTier.GenAI";

    readonly Histogram<double> _duration;
    readonly Histogram<double> _firstChunk;
    readonly Histogram<long> _tokens;

    public GenAIMeter()
    {
        var meter = new Meter(new MeterOptions(Name) { Version = ProductVersion.Text, TelemetrySchemaUrl = GenAI.SchemaUrl });
        _duration = meter.CreateHistogram(GenAI.OperationDuration, GenAI.Seconds, GenAI.OperationDurationDescription, tags: null, Advice(GenAI.DurationBounds));
        _firstChunk = meter.CreateHistogram(
            GenAI.TimeToFirstChunk,
            GenAI.Seconds,
            GenAI.TimeToFirstChunkDescription,
            tags: null,
            Advice(GenAI.FirstChunkBounds));
        _tokens = meter.CreateHistogram(GenAI.TokenUsage, GenAI.Tokens, GenAI.TokenUsageDescription, tags: null, Advice(GenAI.TokenBounds));
    }

    public void Record(in EndedRequest request)
    {
        if (!_duration.Enabled && !_firstChunk.Enabled && !_tokens.Enabled)
        {
            return;
        }

        var tags = GenAIAttributeTags.Of(request);
        if (_firstChunk.Enabled && request.FirstChunkSeconds is { } seconds)
        {
            _firstChunk.Record(seconds, tags);
        }

        if (_tokens.Enabled && request.HasUsage)
        {
            RecordTokens(request.InputTokens, GenAI.Input, tags);
            RecordTokens(request.OutputTokens, GenAI.Output, tags);
        }

        if (_duration.Enabled)
        {
            GenAIAttributeTags.AddError(ref tags, request);
            _duration.Record(request.Seconds, tags);
        }
    }

    // A reply that has no output, as of embeddings, reports nothing of output tokens.
    void RecordTokens(long count, string type, TagList tags)
    {
        if (count > 0)
        {
            tags.Add(GenAIAttributes.TokenType, type);
            _tokens.Record(count, tags);
        }
    }

    static InstrumentAdvice<T> Advice<T>(T[] bounds)
        where T : struct
    {
        return new InstrumentAdvice<T> { HistogramBucketBoundaries = bounds };
    }
}
