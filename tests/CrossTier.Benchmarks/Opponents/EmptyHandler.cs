namespace CrossTier.Benchmarks.Opponents;

/// <summary>What any handler costs: this one hands everything on and does nothing else.</summary>
sealed class EmptyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
