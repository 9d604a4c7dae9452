using CrossTier.OpenTelemetry.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>What is read while requests run: each export is of one moment, and no total ever goes back.</summary>
public class CollectionTests
{
    [Fact]
    public async Task The_metrics_of_one_export_agree_while_requests_run()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        await UnderLoadAsync("agree", () =>
        {
            for (var i = 0; i < 25; i++)
            {
                provider.ForceFlush();
                var series = receiver.Series;
                var requests = series.Sum("ai_gateway_requests_total", ("provider", "agree"));
                Assert.Equal(requests, series.Sum("ai_gateway_call_requests_total", ("provider", "agree")));
                Assert.Equal(
                    series.Sum("ai_gateway_requests_total", ("provider", "agree"), ("status", "failure")),
                    series.Sum("ai_gateway_errors_total", ("provider", "agree")));
                Assert.Equal(requests, series.Sum("ai_gateway_call_duration_seconds_count", ("provider", "agree")));
            }
        });
    }

    [Fact]
    public async Task Providers_that_collect_at_once_see_totals_that_only_grow()
    {
        await using var one = await OtlpReceiver.StartAsync();
        await using var two = await OtlpReceiver.StartAsync();
        using var first = Providers.To(one.Endpoint);
        using var second = Providers.To(two.Endpoint, more: builder => builder.AddView("ai_gateway_requests_total", MetricStreamConfiguration.Drop));
        await UnderLoadAsync("grow", () => Parallel.For(0, 40, i => (i % 2 == 0 ? first : second).ForceFlush()));
        first.ForceFlush();
        second.ForceFlush();

        foreach (var receiver in new[] { one, two })
        {
            var totals = receiver.Requests
                .Select(request => SeriesTable.OfOtlp(request.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics)))
                .Select(series => series.Sum("ai_gateway_tokens_total", ("provider", "grow")))
                .ToList();
            Assert.Equal(totals.Order(), totals);
            Assert.Equal(
                totals[^1],
                AiMetrics.Snapshot()
                    .Single(metric => metric.Definition.Name == "ai_gateway_tokens_total").Points
                    .Where(point => point.Labels[0] == "grow")
                    .Sum(point => point.Value));
        }
    }

    [Fact]
    public async Task A_host_that_builds_its_provider_from_services_gets_the_same()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var services = new ServiceCollection();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddCrossTier(options => options.GenAI = GenAIConventions.Both).AddOtlpTo(receiver.Endpoint));
        await using var host = services.BuildServiceProvider();
        var provider = host.GetRequiredService<MeterProvider>();
        new Calls("hosted").Succeed(3);
        provider.ForceFlush();

        Assert.Equal(3, receiver.Series.Sum("ai_gateway_request_duration_seconds_count", ("provider", "hosted")));
        Assert.Equal(3, receiver.Series.Sum("gen_ai.client.operation.duration_count", ("gen_ai.provider.name", "hosted")));
    }

    static async Task UnderLoadAsync(string provider, Action collect)
    {
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() =>
        {
            for (var calls = new Calls(provider); !stop.IsCancellationRequested;)
            {
                calls.Succeed(3);
                calls.Fail();
            }
        });
        try
        {
            collect();
        }
        finally
        {
            await stop.CancelAsync();
            await load;
        }
    }
}
