using System.ComponentModel;
using System.Diagnostics;
using CrossTier.Outcomes;
using CrossTier.Recording;

namespace CrossTier.Streams;

/// <summary>
/// One enumeration of a stream: it starts before the first chunk is asked for and ends once, at the stream's end, its failure or when its
/// reader stops. Used by one reader at a time, as every enumeration is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class StreamRequest
{
    readonly CancellationToken _caller;
    Series? _series;
    Reading _reading;
    long _started;
    long _firstToken;
    bool _hasChunk;

    private protected StreamRequest(Series? series, CancellationToken caller)
    {
        _series = series;
        _caller = caller;
    }

    /// <summary>The token that a reader gave to its enumeration, beside the one that the call was given.</summary>
    private protected CancellationToken Enumeration { get; set; }

    internal static StreamRequest Start(Series? series, CancellationToken caller)
    {
        var request = new StreamRequest(series, caller);
        request.Begin();
        return request;
    }

    /// <summary>Reads a chunk that came.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="chunk">The chunk.</param>
    public void Chunk<TChunk, TReader>(TChunk chunk)
        where TReader : struct, IReplyReader<TChunk>
    {
        _hasChunk = true;
        ReplyReading.Add<TChunk, TReader>(chunk, ref _reading);
        if (_firstToken == 0 && _reading.HasContent)
        {
            _firstToken = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Ends the request: the stream came to its end.</summary>
    public void Completed() => End(RequestStatus.Success, default);

    /// <summary>Ends the request as cancelled if it has not ended: its reader stopped.</summary>
    public void Abandoned() => End(RequestStatus.Cancelled, default);

    /// <summary>Ends the request as failed, or as cancelled if a token of the caller fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What the stream threw.</param>
    /// <returns>Always false.</returns>
    public bool Failed(Exception exception)
    {
        if (_series is not null)
        {
            var status = ErrorClassifier.StatusOf(exception, Enumeration.IsCancellationRequested ? Enumeration : _caller);
            End(status, ErrorClassifier.KindOf(exception));
        }

        return false;
    }

    private protected void Begin()
    {
        _series?.Start();
        _started = Stopwatch.GetTimestamp();
    }

    void End(RequestStatus status, ErrorKind error)
    {
        if (_series is not { } series)
        {
            return;
        }

        _series = null;
        long? firstToken = _firstToken == 0 ? null : _firstToken - _started;
        series.End(new Outcome(status, error, Stopwatch.GetTimestamp() - _started, firstToken, _reading, status == RequestStatus.Success || _hasChunk));
    }
}
