using System.Diagnostics;

namespace CrossTier.Counting;

/// <summary>When the chunks of a stream came, of whatever kind: kept while somebody listens to spans or to requests as they end.</summary>
/// <param name="started">When its request began.</param>
/// <param name="keepsGaps">Whether the time between two chunks is asked for.</param>
sealed class ChunkTimes(long started, bool keepsGaps)
{
    readonly List<long>? _gaps = keepsGaps ? [] : null;
    long _last;

    /// <summary>The time to the first chunk, in <see cref="Stopwatch"/> ticks; null while there was none.</summary>
    public long? First { get; private set; }

    /// <summary>The times between two chunks, in <see cref="Stopwatch"/> ticks.</summary>
    public IReadOnlyList<long> Gaps => _gaps ?? [];

    /// <summary>A chunk came.</summary>
    public void Chunk()
    {
        if (First is not null && _gaps is null)
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        if (First is null)
        {
            First = now - started;
        }
        else
        {
            _gaps!.Add(now - _last);
        }

        _last = now;
    }

    /// <summary>Those of a stream that begins; null while nobody asks.</summary>
    /// <param name="started">When its request began.</param>
    /// <param name="isTraced">Whether it has a span.</param>
    public static ChunkTimes? Of(long started, bool isTraced) =>
        isTraced || SeriesObservers.All is not null ? new(started, SeriesObservers.NeedChunkGaps) : null;
}
