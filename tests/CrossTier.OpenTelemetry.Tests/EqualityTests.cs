using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry.Metrics;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>One load, two ways out: prometheus-net and OTLP. Each series is the same in both.</summary>
public class EqualityTests
{
    const string Provider = "equal";

    [Fact]
    public async Task The_same_series_come_out_of_prometheus_net_and_of_OTLP()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        AiQueues.Add("equal-queue", "gpu-1", () => 7);

        await EqualLoad.RunAsync(Provider);
        new Calls(Provider, "pending", tier: AiTier.Local, instance: "gpu-1").Start();

        var expected = await EqualLoad.SeriesOf(registry, Provider);
        provider.ForceFlush();
        var otlp = receiver.Series;

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

        EqualLoad.AssertEqual(expected, otlp);
        Assert.Equal(
            EqualLoad.Requests,
            otlp.Sum("ai_gateway_requests_total", ("provider", Provider + "-0")) + otlp.Sum("ai_gateway_requests_total", ("provider", Provider + "-1")));
    }

    [Fact]
    public async Task Each_metric_that_has_a_series_comes_out()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        await new Calls("complete").StreamWithWait();
        provider.ForceFlush();

        var names = receiver.Metrics.Select(metric => metric.Name).ToHashSet();
        var missing = AiMetrics.Snapshot().Where(metric => metric.Points.Length > 0).SelectMany(metric => NamesOf(metric.Definition)).Except(names);
        Assert.Empty(missing);
    }

    static IEnumerable<string> NamesOf(Exposition.MetricDefinition definition) =>
        definition.Kind == Exposition.MetricKind.Summary ? [definition.Name + "_sum", definition.Name + "_count"] : [definition.Name];
}
