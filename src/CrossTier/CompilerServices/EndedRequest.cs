using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Outcomes;

namespace CrossTier.CompilerServices;

/// <summary>A request that has ended, as its listeners see it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EndedRequest
{
    readonly ref readonly Outcome _outcome;
    readonly Series _asked;
    readonly Series _counted;

    internal EndedRequest(Series asked, Series counted, in Outcome outcome)
    {
        _asked = asked;
        _counted = counted;
        _outcome = ref outcome;
    }

    /// <summary>The <c>provider</c> label under which it was counted.</summary>
    public string Provider => _counted.Key.Provider;

    /// <summary>The <c>model</c> label under which it was counted.</summary>
    public string Model => _counted.Key.Model;

    /// <summary>The model that was asked for; null if the request did not say.</summary>
    public string? RequestModel => _asked.Key.Model == LabelValues.Unknown ? null : _asked.Key.Model;

    /// <summary>The model that the reply names, brought to a short label; null if it names none.</summary>
    public string? ReplyModel => _outcome.Reading.ReplyModel is { Length: > 0 } model ? ModelName.Normalise(model) : null;

    /// <summary>What was asked of the model, such as <c>chat</c> or <c>embeddings</c>.</summary>
    public string Operation => _asked.Target.Operation;

    /// <summary>The server's host name or address; null if it is not known.</summary>
    public string? ServerAddress => _asked.Target.Address;

    /// <summary>The server's port, an <see cref="int"/>; null if the address is.</summary>
    public object? ServerPort => _asked.Target.Port;

    /// <summary>Whether the caller cancelled it: it is in neither histogram of durations.</summary>
    public bool IsCancelled => _outcome.Status == RequestStatus.Cancelled;

    /// <summary>The <c>error</c> label of a failed request; null for the others.</summary>
    public string? Error => _outcome.Status == RequestStatus.Failure ? ErrorKinds.LabelOf(_outcome.Error) : null;

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds => Buckets.Seconds(_outcome.Ticks);

    /// <summary>A stream's time to its first token in seconds; null if there was none.</summary>
    public double? FirstTokenSeconds => _outcome.FirstTokenTicks is { } ticks ? Buckets.Seconds(ticks) : null;

    /// <summary>A stream's time to its first chunk of any kind in seconds; null if there was none.</summary>
    public double? FirstChunkSeconds => _outcome.Chunks?.First is { } ticks ? Buckets.Seconds(ticks) : null;

    /// <summary>The times between two chunks of a stream in seconds, for an observer that <see cref="RequestObserver.NeedsChunks"/>.</summary>
    public IEnumerable<double> ChunkSeconds => _outcome.Chunks?.Gaps.Select(Buckets.Seconds) ?? [];

    /// <summary>A stream's longest wait for its server after its first chunk, in seconds; null if it waited for none.</summary>
    public double? StallSeconds => _outcome.StallTicks is { } ticks ? Buckets.Seconds(ticks) : null;

    /// <summary>What a stream waited for each output token after the first, in seconds; null if that is not known.</summary>
    public double? OutputTokenSeconds => _outcome.OutputTokenTicks is { } ticks ? Buckets.Seconds(ticks) : null;

    /// <summary>Whether the reply, or what came of it, reported how many tokens were used.</summary>
    public bool HasUsage => _outcome.Reading.HasUsage;

    /// <summary>Input tokens, cached ones included.</summary>
    public long InputTokens => _outcome.Reading.Input;

    /// <summary>Output tokens, reasoning included.</summary>
    public long OutputTokens => _outcome.Reading.Output;

    /// <summary>Input tokens that were read from a cache.</summary>
    public long CacheReadTokens => _outcome.Reading.Counts is var counts ? counts.CachedInput + counts.CachedAudioInput : 0;

    /// <summary>Input tokens that were written to a cache.</summary>
    public long CacheWriteTokens => _outcome.Reading.Counts is var counts ? counts.CacheWriteInput + counts.CacheWriteHourInput : 0;

    /// <summary>Output tokens of reasoning.</summary>
    public long ReasoningTokens => _outcome.Reading.Counts.ReasoningOutput;

    /// <summary>Input tokens of sound.</summary>
    public long AudioInputTokens => _outcome.Reading.Counts is var counts ? counts.AudioInput + counts.CachedAudioInput : 0;

    /// <summary>Input tokens of sound that were read from a cache.</summary>
    public long CachedAudioInputTokens => _outcome.Reading.Counts.CachedAudioInput;

    /// <summary>Output tokens of sound.</summary>
    public long AudioOutputTokens => _outcome.Reading.Counts.AudioOutput;
}
