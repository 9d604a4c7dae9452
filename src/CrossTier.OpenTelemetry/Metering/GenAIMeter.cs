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

        var tags = TagsOf(request);
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
            if ((request.IsCancelled ? GenAIValues.Cancelled : request.Error is { } error ? GenAIValues.ErrorOf(error) : null) is { } type)
            {
                tags.Add(GenAIAttributes.ErrorType, type);
            }

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

    static TagList TagsOf(in EndedRequest request)
    {
        TagList tags = default;
        tags.Add(GenAIAttributes.OperationName, request.Operation);
        tags.Add(GenAIAttributes.ProviderName, GenAIValues.ProviderOf(request.Provider, request.ServerAddress));
        AddKnown(ref tags, GenAIAttributes.RequestModel, request.RequestModel);
        AddKnown(ref tags, GenAIAttributes.ResponseModel, request.ReplyModel);
        AddKnown(ref tags, GenAIAttributes.ServerAddress, request.ServerAddress);
        AddKnown(ref tags, GenAIAttributes.ServerPort, request.ServerPort);
        return tags;
    }

    static void AddKnown(ref TagList tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }

    static InstrumentAdvice<T> Advice<T>(T[] bounds)
        where T : struct
    {
        return new InstrumentAdvice<T> { HistogramBucketBoundaries = bounds };
    }
}
