using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>Cancels when the next request has arrived at the server, however long it takes to get there.</summary>
sealed class Stop : IAsyncDisposable
{
    readonly CancellationTokenSource _source;
    readonly Task _cancelling;

    public Stop(SimulatedProvider provider, CancellationToken caller)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _cancelling = CancelAsync(provider.ArrivedAsync(_source.Token));
    }

    public CancellationToken Token => _source.Token;

    public async ValueTask DisposeAsync()
    {
        await _source.CancelAsync();
        await _cancelling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _source.Dispose();
    }

    async Task CancelAsync(Task arrived)
    {
        await arrived;
        await _source.CancelAsync();
    }
}
