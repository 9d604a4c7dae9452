using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>What was measured in this process, served by prometheus-net over HTTP.</summary>
sealed class MetricsPage : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly HttpClient _http = new();

    MetricsPage(WebApplication application) => _application = application;

    public static async Task<MetricsPage> StartAsync()
    {
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapMetrics(registry: registry);
        await application.StartAsync();
        return new(application);
    }

    public async Task<PrometheusText> ScrapeAsync() => PrometheusText.Parse(await _http.GetStringAsync(_application.Urls.Single() + "/metrics"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }
}
