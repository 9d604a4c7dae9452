using System.Net;
using CrossTier.OpenTelemetry.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>One load, three ways out: prometheus-net, OpenTelemetry's Prometheus exporter, OTLP. Each series is the same in all of them.</summary>
public class EqualityTests
{
    const string Provider = "equal";

    [Fact]
    public async Task The_same_series_come_out_of_prometheus_net_of_the_Prometheus_exporter_and_of_OTLP()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder
            .AddView("ai_gateway_*", new MetricStreamConfiguration { CardinalityLimit = 20_000 }) // Other tests of this process leave more series than 2,000.
            .AddPrometheusExporter(options => options.ScopeInfoEnabled = false));
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        AiQueues.Add("equal-queue", "gpu-1", () => 7);

        await LoadAsync();
        new Calls(Provider, "pending", tier: AiTier.Local, instance: "gpu-1").Start();

        var prometheusNet = SeriesTable.OfText(await ExportAsync(registry));
        var exporter = SeriesTable.OfText(await ScrapeAsync(provider));
        provider.ForceFlush();
        var otlp = receiver.Series;

        var expected = prometheusNet.Where(series => !IsOutsideTheContract(series, prometheusNet));
        Assert.Equal(
            18,
            expected.Keys.Count(series => series.StartsWith("ai_gateway_request_duration_seconds_bucket{", StringComparison.Ordinal)
                && series.Contains("\"equal-0\"")
                && series.Contains("\"m0\"")));
        Assert.Contains(expected.Keys, series => series.StartsWith("ai_gateway_ratelimit_remaining{", StringComparison.Ordinal));
        foreach (var metric in new[]
        {
            "finish_reasons_total", "tier_tokens_total", "billed_tool_uses_total", "call_token_details_total", "app_info", "enabled",
        })
        {
            Assert.Contains(expected.Keys, series => series.StartsWith("ai_gateway_" + metric, StringComparison.Ordinal));
        }

        AssertEqual(expected, exporter);
        AssertEqual(expected, otlp);
        Assert.Equal(
            Requests,
            otlp.Sum("ai_gateway_requests_total", ("provider", Provider + "-0")) + otlp.Sum("ai_gateway_requests_total", ("provider", Provider + "-1")));
    }

    [Fact]
    public async Task Each_metric_that_has_a_series_comes_out()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        new Calls("complete").Stream();
        provider.ForceFlush();

        var names = receiver.Metrics.Select(metric => metric.Name).ToHashSet();
        var missing = AiMetrics.Snapshot().Where(metric => metric.Points.Length > 0).SelectMany(metric => NamesOf(metric.Definition)).Except(names);
        Assert.Empty(missing);
    }

    static IEnumerable<string> NamesOf(Exposition.MetricDefinition definition) =>
        definition.Kind == Exposition.MetricKind.Summary ? [definition.Name + "_sum", definition.Name + "_count"] : [definition.Name];

    const int Requests = 4 * 50 * 8;

    /// <summary>Four threads, two providers, three models, each way a request ends.</summary>
    static Task LoadAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
    {
        for (var i = 0; i < 50; i++)
        {
            var calls = new Calls(
                $"{Provider}-{thread % 2}",
                $"m{i % 3}",
                $"Load.Thread{thread}",
                thread % 2 == 0 ? AiTier.Cloud : AiTier.Local,
                thread % 2 == 0 ? null : "gpu-1");
            calls.Succeed(Reply.Usual with { RequestsLeft = "59" });
            calls.Succeed(Reply.Usual with { IsPriced = true, Finish = "length" });
            calls.Stream();
            calls.StopStream();
            calls.Cancel();
            calls.Fail();
            calls.Fail(new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests));
            await calls.SucceedAfter(Task.Delay(i % 5 * 7));
        }
    })));

    /// <summary>
    /// A histogram that nothing was recorded into since the provider began has no series in OpenTelemetry; and what has a sum and a count
    /// alone has in prometheus-net a bucket that says the count again.
    /// </summary>
    static bool IsOutsideTheContract(string series, SeriesTable all)
    {
        if (series.StartsWith("ai_gateway_call_duration_seconds_bucket{", StringComparison.Ordinal))
        {
            return true;
        }

        return series.StartsWith("ai_gateway_request_duration_seconds", StringComparison.Ordinal) && !series.Contains($"provider=\"{Provider}-")
            || series.StartsWith("ai_gateway_time_to_first_token_seconds", StringComparison.Ordinal) && !series.Contains($"provider=\"{Provider}-");
    }

    static void AssertEqual(SeriesTable expected, SeriesTable actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, series => Assert.Equal(series.Value, actual[series.Key], 1e-9 * Math.Max(1, Math.Abs(series.Value))));
    }

    static async Task<string> ExportAsync(CollectorRegistry registry)
    {
        using var text = new MemoryStream();
        await registry.CollectAndExportAsTextAsync(text);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
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
