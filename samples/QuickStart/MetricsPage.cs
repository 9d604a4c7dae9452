using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace CrossTier.Samples.QuickStart;

/// <summary>The page that Prometheus scrapes, on the loopback interface only.</summary>
sealed class MetricsPage : IAsyncDisposable
{
    readonly WebApplication _application;

    MetricsPage(WebApplication application, int port) => (_application, Address) = (application, AddressOf(port) + "/metrics");

    public string Address { get; }

    /// <summary>Fires at Ctrl+C.</summary>
    public CancellationToken Stopping => _application.Lifetime.ApplicationStopping;

    /// <exception cref="SetupException">The port is taken.</exception>
    public static async Task<MetricsPage> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(AddressOf(port));
        var application = builder.Build();
        application.MapMetrics();
        try
        {
            await application.StartAsync();
            return new(application, port);
        }
        catch (IOException)
        {
            await application.DisposeAsync();
            throw new SetupException($"Port {port} cannot be used, another program may have it: choose one with --port.");
        }
    }

    public Task WaitForCtrlCAsync() => _application.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    static string AddressOf(int port) => $"http://127.0.0.1:{port}";
}
