namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>Sends several kinds of requests side by side at an even pace, never more than a fixed number at once.</summary>
/// <param name="client">Sends one.</param>
/// <param name="replied">Is told of each reply, from several threads.</param>
sealed class LoadGenerator(LoadClient client, Action<Reply> replied)
{
    const int MaxOpen = 400;

    readonly SemaphoreSlim _room = new(MaxOpen);
    int _skipped;

    /// <summary>Requests that were due and not sent, since too many were open.</summary>
    public int Skipped => Volatile.Read(ref _skipped);

    /// <summary>Sends until it is stopped, and waits for the replies that are still to come.</summary>
    /// <exception cref="HttpRequestException">The gateway itself cannot be reached.</exception>
    public Task RunAsync(IEnumerable<Traffic> traffic, CancellationToken stop) => Task.WhenAll(traffic.Select(kind => RunAsync(kind, stop)));

    async Task RunAsync(Traffic traffic, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / traffic.PerSecond));
        List<Task> open = [];
        while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            if (_room.Wait(0))
            {
                open.Add(SendAsync(traffic));
            }
            else
            {
                Interlocked.Increment(ref _skipped);
            }

            open.RemoveAll(sent => sent.IsCompletedSuccessfully);
        }

        await Task.WhenAll(open);
    }

    async Task SendAsync(Traffic traffic)
    {
        try
        {
            replied(await client.SendAsync(traffic.Kind, traffic.Model));
        }
        finally
        {
            _room.Release();
        }
    }
}
