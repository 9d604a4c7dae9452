using System.ComponentModel;
using CrossTier.Recording;

namespace CrossTier.Streams;

/// <summary>Where the requests of one stream are recorded. The default value records nothing. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StreamSource
{
    readonly Series? _series;
    readonly CancellationToken _caller;

    internal StreamSource(Series series, CancellationToken caller)
    {
        _series = series;
        _caller = caller;
    }

    /// <summary>Whether nothing is recorded, so that the stream can be handed on as it is.</summary>
    public bool IsOff => _series is null;

    /// <summary>Measures each enumeration of a stream as one request.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="stream">The stream.</param>
    public IAsyncEnumerable<TChunk> Track<TChunk, TReader>(IAsyncEnumerable<TChunk> stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        return _series is null || stream is null ? stream! : new MeasuredStream<TChunk, TReader>(_series, _caller, stream);
    }

    /// <summary>Measures each enumeration of a synchronous stream as one request.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="stream">The stream.</param>
    public IEnumerable<TChunk> Track<TChunk, TReader>(IEnumerable<TChunk> stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        return _series is null || stream is null ? stream! : new MeasuredSequence<TChunk, TReader>(_series, _caller, stream);
    }

    /// <summary>Starts the request of one enumeration of a stream that generated code wraps itself.</summary>
    public StreamRequest Start() => StreamRequest.Start(_series, _caller);
}
