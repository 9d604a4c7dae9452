using System.Collections.Concurrent;
using CrossTier.OpenTelemetry.Tests.Support.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossTier.OpenTelemetry.Tests.Support;

/// <summary>The other end of OTLP over HTTP: decodes what the exporter sends.</summary>
sealed class OtlpReceiver : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<ExportMetricsServiceRequest> _requests = new();

    OtlpReceiver(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single() + "/v1/metrics");

    public IReadOnlyCollection<ExportMetricsServiceRequest> Requests => _requests;

    /// <summary>The metrics of the last request.</summary>
    public IReadOnlyList<Metric> Metrics => [.. Scopes.SelectMany(scope => scope.Metrics)];

    /// <summary>The scopes of the last request.</summary>
    public IReadOnlyList<ScopeMetrics> Scopes => [.. _requests.Last().ResourceMetrics.SelectMany(resource => resource.ScopeMetrics)];

    public SeriesTable Series => SeriesTable.OfOtlp(Metrics);

    public static async Task<OtlpReceiver> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/metrics", receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public Metric Metric(string name) => Metrics.Single(metric => metric.Name == name);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task ReceiveAsync(HttpContext context)
    {
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(ExportMetricsServiceRequest.Parser.ParseFrom(body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
