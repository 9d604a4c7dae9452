using System.Diagnostics;

namespace CrossTier.Counting;

/// <summary>When the chunks of a stream came, of whatever kind: kept while somebody listens to spans or to requests as they end.</summary>
/// <param name="keepsGaps">Whether the time between two chunks is asked for.</param>
sealed class ChunkTimes(bool keepsGaps)
{
    readonly List<long>? _gaps = keepsGaps ? [] : null;
    long _started = Stopwatch.GetTimestamp();
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
            First = now - _started;
        }
        else
        {
            _gaps!.Add(now - _last);
        }

        _last = now;
    }

    /// <summary>The same for the next request of the stream.</summary>
    public ChunkTimes Next() => new(keepsGaps);
}
