using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>Who listens is told, from when it listens; while nobody does, nothing is paid.</summary>
public class ObserverTests
{
    [Fact]
    public async Task Counters_count_from_the_start_of_the_process_and_histograms_from_the_start_of_the_provider()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var calls = new Calls("begin");
        calls.Succeed(3);
        calls.Stream();
        using var provider = Providers.To(receiver.Endpoint);
        calls.Succeed(2);
        calls.Fail();
        calls.Cancel();
        calls.Stream();
        provider.ForceFlush();

        var series = receiver.Series;
        Assert.Equal(7, series.Sum("ai_gateway_requests_total", ("provider", "begin"), ("status", "success")));
        Assert.Equal(1, series.Sum("ai_gateway_requests_total", ("provider", "begin"), ("status", "failure")));
        Assert.Equal(1, series.Sum("ai_gateway_requests_total", ("provider", "begin"), ("status", "cancelled")));
        Assert.Equal(8, series.Sum("ai_gateway_call_duration_seconds_count", ("provider", "begin")));
        Assert.Equal(4, series.Sum("ai_gateway_request_duration_seconds_count", ("provider", "begin")));
        Assert.Equal(1, series.Sum("ai_gateway_time_to_first_token_seconds_count", ("provider", "begin")));
    }

    [Fact]
    public async Task Label_sets_that_the_application_expects_are_exported_at_zero()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.AddCrossTier(options => options.Expect("expected", "gpt-4o")));
        provider.ForceFlush();

        var series = receiver.Series.Where(series => series.Contains("\"expected\""));
        Assert.Contains("ai_gateway_requests_total{model=\"gpt-4o\",provider=\"expected\",status=\"failure\"}", series.Keys);
        Assert.All(
            series.AsEnumerable().Where(entry => !entry.Key.StartsWith("ai_gateway_provider_info", StringComparison.Ordinal)),
            entry => Assert.Equal(0, entry.Value));
    }

    [Fact]
    public async Task Our_bounds_hold_without_a_view()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        await new Calls("bounds").StreamWithWait();
        provider.ForceFlush();

        foreach (var metric in MetricDefinitions.All.Where(metric => metric.Kind == MetricKind.Histogram))
        {
            Assert.Equal("s", receiver.Metric(metric.Name).Unit);
            Assert.All(receiver.Metric(metric.Name).Histogram.Points, point => Assert.Equal(metric.Bounds, point.Bounds));
        }
    }

    [Fact]
    public void Requests_are_told_only_while_a_provider_lives()
    {
        var others = RequestObservers.Count;
        var first = Sdk.CreateMeterProviderBuilder().AddCrossTier().Build();
        var second = Sdk.CreateMeterProviderBuilder().AddCrossTier().AddCrossTier().Build();
        Assert.Equal(others + 1, RequestObservers.Count);
        first.Dispose();
        Assert.Equal(others + 1, RequestObservers.Count);
        second.Dispose();
        second.Dispose();
        Assert.Equal(others, RequestObservers.Count);
    }

    [Fact]
    public void A_builder_that_is_never_built_listens_to_nothing()
    {
        var others = RequestObservers.Count;
        Sdk.CreateMeterProviderBuilder().AddCrossTier();
        Assert.Equal(others, RequestObservers.Count);
    }

    [Fact]
    public void A_request_allocates_nothing_whoever_listens()
    {
        using var layers = new LayerState();
        var calls = new Calls("bytes");
        Assert.Equal(0, BytesOf(calls));

        using (Sdk.CreateMeterProviderBuilder().AddCrossTier().AddView("ai_gateway_*", MetricStreamConfiguration.Drop).Build())
        {
            Assert.Equal(0, BytesOf(calls));
        }

        using (Sdk.CreateMeterProviderBuilder().AddCrossTier(options => options.GenAI = GenAIConventions.Both).AddReader(new Unread()).Build())
        {
            Assert.Equal(0, BytesOf(calls));
        }

        Assert.Equal(0, BytesOf(calls));
    }

    static long BytesOf(Calls calls)
    {
        calls.Succeed(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        calls.Succeed(1000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    sealed class Unread : MetricReader;
}
