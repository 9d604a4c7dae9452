using CrossTier.OpenTelemetry.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>A third way out: OpenTelemetry's own Prometheus exporter.</summary>
public class ExporterTests
{
    const string Provider = "exported";

    [Fact]
    public async Task The_same_series_come_out_of_prometheus_net_and_of_the_Prometheus_exporter()
    {
        var builder = Sdk.CreateMeterProviderBuilder().AddCrossTier();
        Providers.KeepManySeries(builder);
        using var provider = builder.AddPrometheusExporter(options => options.ScopeInfoEnabled = false).Build();
        var registry = Metrics.NewCustomRegistry().AddCrossTier();

        await EqualLoad.RunAsync(Provider);

        EqualLoad.AssertEqual(await EqualLoad.SeriesOf(registry, Provider), SeriesTable.OfText(await ScrapeAsync(provider)));
    }

    static async Task<string> ScrapeAsync(MeterProvider provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(provider, predicate: null, path: null, configureBranchedPipeline: null, optionsName: null);
        await app.StartAsync();
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(app.Urls.Single() + "/metrics"));
    }
}
