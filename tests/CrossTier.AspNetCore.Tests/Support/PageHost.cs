using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace CrossTier.Pages.Tests.Support;

/// <summary>An application with the page, on a port of its own.</summary>
sealed class PageHost : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly LogLines _log;

    PageHost(WebApplication application, LogLines log)
    {
        (_application, _log) = (application, log);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(application.Urls.First()) };
    }

    public HttpClient Http { get; }

    /// <summary>Where the page is.</summary>
    public string Page => new Uri(Http.BaseAddress!, "/crosstier/").AbsoluteUri;

    public IReadOnlyList<string> Log => _log.Lines;

    /// <summary>Starts an application that maps the page at its usual place.</summary>
    public static Task<PageHost> StartAsync(string environment = "Development", TimeProvider? clock = null) =>
        StartAsync(application => application.MapCrossTier(), environment, clock);

    /// <param name="map">Maps the page.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="clock">The application's clock; null for the real one.</param>
    /// <param name="services">Adds what <paramref name="map"/> needs.</param>
    public static async Task<PageHost> StartAsync(
        Action<WebApplication> map,
        string environment = "Development",
        TimeProvider? clock = null,
        Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = "Shop",
            ContentRootPath = AppContext.BaseDirectory,
        });
        var log = new LogLines();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        services?.Invoke(builder.Services);
        var application = builder.Build();
        map(application);
        application.MapMetrics(registry: Metrics.NewCustomRegistry().AddCrossTier());
        await application.StartAsync();
        return new(application, log);
    }

    /// <summary>Stops the application as Ctrl+C does.</summary>
    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
