using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrossTier.CompilerServices;
using CrossTier.Conventions;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>The instruments of the newest release of the GenAI conventions, recorded in the call.</summary>
sealed class GenAILatestMeter
{
    public const string Name = "CrossTier.GenAI.Latest";

    readonly Histogram<double> _duration;
    readonly Histogram<double> _embeddingsDuration;
    readonly Histogram<double> _otherDuration;
    readonly Histogram<double> _firstChunk;
    readonly Histogram<double> _perChunk;
    readonly Histogram<long> _inputOfOne;
    readonly Histogram<long> _outputOfOne;
    readonly Histogram<long> _embeddingsInputOfOne;
    readonly Counter<long> _input;
    readonly Counter<long> _output;
    readonly Counter<long> _cacheRead;
    readonly Counter<long> _cacheWrite;
    readonly Counter<long> _reasoning;

    public GenAILatestMeter()
    {
        var meter = new Meter(new MeterOptions(Name) { Version = ProductVersion.Text });
        _duration = Seconds(GenAILatest.InferenceDuration, "How long inference took.");
        _embeddingsDuration = Seconds(GenAILatest.EmbeddingsDuration, "How long embeddings took.");
        _otherDuration = Seconds(GenAILatest.OperationDuration, "How long other operations took.");
        _firstChunk = Seconds(GenAILatest.TimeToFirstChunk, "The time to the first chunk of a stream.");
        _perChunk = Seconds(GenAILatest.TimePerOutputChunk, "The time from a chunk of a stream to the next one.");
        _inputOfOne = TokensOfOne(GenAILatest.InputTokensOfOne, "Input tokens of one request.");
        _outputOfOne = TokensOfOne(GenAILatest.OutputTokensOfOne, "Output tokens of one request.");
        _embeddingsInputOfOne = TokensOfOne(GenAILatest.EmbeddingsInputTokensOfOne, "Input tokens of one request for embeddings.");
        _input = Tokens(GenAILatest.InputTokens, "Input tokens, cached ones included.");
        _output = Tokens(GenAILatest.OutputTokens, "Output tokens, reasoning included.");
        _cacheRead = Tokens(GenAILatest.CacheReadTokens, "Input tokens read from a cache.");
        _cacheWrite = Tokens(GenAILatest.CacheWriteTokens, "Input tokens written to a cache.");
        _reasoning = Tokens(GenAILatest.ReasoningTokens, "Output tokens of reasoning.");

        Histogram<double> Seconds(string name, string description) => meter.CreateHistogram(
            name, GenAI.Seconds, description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = GenAI.DurationBounds });

        Histogram<long> TokensOfOne(string name, string description) => meter.CreateHistogram(
            name, GenAI.Tokens, description, tags: null, new InstrumentAdvice<long> { HistogramBucketBoundaries = GenAI.TokenBounds });

        Counter<long> Tokens(string name, string description) => meter.CreateCounter<long>(name, GenAI.Tokens, description);
    }

    /// <summary>Whether the times between chunks are asked for.</summary>
    public bool NeedsChunks => _perChunk.Enabled;

    public void Record(in EndedRequest request)
    {
        if (!_duration.Enabled && !_firstChunk.Enabled && !_input.Enabled && !_inputOfOne.Enabled)
        {
            return;
        }

        var tags = GenAIAttributeTags.Of(request);
        var ended = tags;
        GenAIAttributeTags.AddError(ref ended, request);
        switch (request.Operation)
        {
            case "embeddings":
                _embeddingsDuration.Record(request.Seconds, ended);
                _embeddingsInputOfOne.Record(request.InputTokens, ended);
                break;
            case "moderation":
                _otherDuration.Record(request.Seconds, ended);
                break;
            default:
                _duration.Record(request.Seconds, ended);
                RecordChunks(request, tags);
                RecordTokens(request, tags, ended);
                break;
        }
    }

    void RecordChunks(in EndedRequest request, in TagList tags)
    {
        if (request.FirstChunkSeconds is { } seconds)
        {
            _firstChunk.Record(seconds, tags);
        }

        foreach (var gap in request.ChunkSeconds)
        {
            _perChunk.Record(gap, tags);
        }
    }

    // A request that reports no usage counts 0, so that its series exists.
    void RecordTokens(in EndedRequest request, in TagList tags, in TagList ended)
    {
        _inputOfOne.Record(request.InputTokens, ended);
        _outputOfOne.Record(request.OutputTokens, ended);
        Add(_input, request.InputTokens, request.AudioInputTokens, tags);
        Add(_output, request.OutputTokens, request.AudioOutputTokens, tags);
        Add(_cacheRead, request.CacheReadTokens, request.CachedAudioInputTokens, tags);
        Add(_cacheWrite, request.CacheWriteTokens, 0, tags);
        Add(_reasoning, request.ReasoningTokens, 0, tags);
    }

    static void Add(Counter<long> counter, long all, long audio, in TagList tags)
    {
        Add(counter, all - audio, GenAILatest.UnknownModality, tags);
        if (audio > 0)
        {
            Add(counter, audio, GenAILatest.Audio, tags);
        }
    }

    static void Add(Counter<long> counter, long count, string modality, TagList tags)
    {
        tags.Add(GenAIAttributes.TokenModality, modality);
        counter.Add(count, tags);
    }
}
