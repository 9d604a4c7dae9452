namespace CrossTier.Requests;

/// <summary>
/// How long a stream waited for its server after its first chunk, in ticks of the clock. Only reads that were pending are timed: a stream whose chunks are
/// there has none of this. Lent by the thread to one stream after another.
/// </summary>
sealed class StreamWaits
{
    [ThreadStatic]
    static StreamWaits? t_spare;

    long _since;
    long _sinceFirstToken;
    int _chunks;

    /// <summary>The longest wait for a chunk, or for the end.</summary>
    public long Longest { get; private set; }

    public static StreamWaits Rent()
    {
        var waits = t_spare ?? new StreamWaits();
        t_spare = null;
        return waits;
    }

    /// <summary>Gives it back: its stream has ended.</summary>
    public void Return()
    {
        (_since, _sinceFirstToken, _chunks, Longest) = (0, 0, 0, 0);
        t_spare = this;
    }

    /// <summary>A read is pending.</summary>
    public void Begin(long now) => _since = now;

    /// <summary>Whether a read is pending.</summary>
    public bool IsPending => _since != 0;

    /// <summary>The read that was pending has ended.</summary>
    /// <param name="now">When.</param>
    /// <param name="isForToken">Whether a token after the first was waited for.</param>
    public void End(long now, bool isForToken)
    {
        var wait = now - _since;
        _since = 0;
        Longest = Math.Max(Longest, wait);
        if (isForToken)
        {
            _sinceFirstToken += wait;
        }
    }

    /// <summary>A chunk came after the first token, whether it was waited for or not.</summary>
    public void Chunk() => _chunks++;

    /// <summary>
    /// The time for each token after the first; null where too few came, or nothing was waited for. Reasoning counts where it came in chunks: then more chunks
    /// came than the rest of the output has tokens, and the one that ends it.
    /// </summary>
    /// <param name="output">All output.</param>
    /// <param name="reasoning">Of it, reasoning.</param>
    public long? PerOutputToken(long output, long reasoning)
    {
        var written = _chunks > output - reasoning + 1 ? output : output - reasoning;
        return _sinceFirstToken > 0 && written - 1 >= 2 ? _sinceFirstToken / (written - 1) : null;
    }
}
