namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>Lets a limited number of requests through at once; a limited number of others wait.</summary>
/// <param name="places">How many at once; 0 is no limit.</param>
/// <param name="limit">How many may wait.</param>
sealed class WaitingLine(int places, int limit)
{
    readonly SemaphoreSlim? _free = places == 0 ? null : new(places);
    int _waiting;

    /// <summary>How many wait now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Waits for a place, which disposing gives back; null at once if too many wait already.</summary>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (_free is null || await _free.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new Place(_free);
        }

        if (!TryJoin())
        {
            return null;
        }

        try
        {
            await _free.WaitAsync(cancellationToken);
            return new Place(_free);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    bool TryJoin()
    {
        for (var waiting = Volatile.Read(ref _waiting); waiting < limit; waiting = Volatile.Read(ref _waiting))
        {
            if (Interlocked.CompareExchange(ref _waiting, waiting + 1, waiting) == waiting)
            {
                return true;
            }
        }

        return false;
    }

    sealed class Place(SemaphoreSlim? free) : IDisposable
    {
        SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}
