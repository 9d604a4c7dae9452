using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>Where the requests of one stream are recorded. The default value records nothing. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StreamSource
{
    readonly IRecorderSource? _source;
    readonly CancellationToken _caller;

    internal StreamSource(IRecorderSource source, CancellationToken caller)
    {
        _source = source;
        _caller = caller;
    }

    /// <summary>Whether nothing is recorded, so that the stream can be handed on as it is.</summary>
    public bool IsOff => _source is null;

    /// <summary>Measures each enumeration of a stream as one request.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="stream">The stream.</param>
    public IAsyncEnumerable<TChunk> Measure<TChunk, TReader>(IAsyncEnumerable<TChunk> stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        return stream is null || _source is null ? stream! : Made(new MeasuredStream<TChunk, TReader>(_source, _caller, stream));
    }

    /// <summary>Measures each enumeration of a synchronous stream as one request.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="stream">The stream.</param>
    public IEnumerable<TChunk> Measure<TChunk, TReader>(IEnumerable<TChunk> stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        return stream is null || _source is null ? stream! : Made(new MeasuredSequence<TChunk, TReader>(_source, _caller, stream));
    }

    /// <summary>Starts the request of one enumeration of a stream that is wrapped elsewhere.</summary>
    /// <param name="enumeration">The token of the enumeration, beside the caller's.</param>
    internal StreamRequest Start(CancellationToken enumeration = default) => StreamRequest.Start(_source, _caller, enumeration);

    T Made<T>(T stream)
        where T : class
    {
        if (_source is not Series)
        {
            _source!.Made(stream);
        }

        return stream;
    }
}
