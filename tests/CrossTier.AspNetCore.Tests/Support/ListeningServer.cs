using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CrossTier.Pages.Tests.Support;

/// <summary>A server that was told to listen on some addresses.</summary>
sealed class ListeningServer : IServer, IServerAddressesFeature
{
    public ListeningServer(params string[] addresses)
    {
        Addresses = addresses;
        Features.Set<IServerAddressesFeature>(this);
    }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public ICollection<string> Addresses { get; }

    public bool PreferHostingUrls { get; set; }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
