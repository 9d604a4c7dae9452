using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrossTier.OpenTelemetry.Tests.Support;
using CrossTier.OpenTelemetry.Tests.Support.Otlp;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>What a back end receives over time, when it restarts, when the provider restarts, and when there is none.</summary>
public class DeliveryTests
{
    const string Requests = "ai_gateway_requests_total";
    const string Duration = "ai_gateway_request_duration_seconds";

    [Fact]
    public async Task Cumulative_totals_grow_from_one_start_time()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        var calls = new Calls("cumulative");
        calls.Succeed(3);
        provider.ForceFlush();
        var first = PointOf(receiver, "cumulative");
        calls.Succeed(2);
        provider.ForceFlush();
        var second = PointOf(receiver, "cumulative");

        Assert.Equal(Temporality.Cumulative, receiver.Metric(Requests).Sum.Temporality);
        Assert.True(receiver.Metric(Requests).Sum.IsMonotonic);
        Assert.Equal(Temporality.Cumulative, receiver.Metric(Duration).Histogram.Temporality);
        Assert.Equal((3, 5), (first.AsDouble, second.AsDouble));
        Assert.Equal(first.StartTime, second.StartTime);
        Assert.True(second.Time > first.Time);
        Assert.Equal(5, receiver.Series.Sum(Duration + "_count", ("provider", "cumulative")));
    }

    [Fact]
    public async Task Delta_gives_what_is_new_and_first_what_was_before_the_provider()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var calls = new Calls("delta");
        calls.Succeed();
        using var provider = Providers.To(receiver.Endpoint, temporality: MetricReaderTemporalityPreference.Delta);
        calls.Succeed(3);
        provider.ForceFlush();
        Assert.Equal(Temporality.Delta, receiver.Metric(Requests).Sum.Temporality);
        Assert.Equal(Temporality.Delta, receiver.Metric(Duration).Histogram.Temporality);
        Assert.Equal(4, PointOf(receiver, "delta").AsDouble);
        Assert.Equal(3, receiver.Series.Sum(Duration + "_count", ("provider", "delta")));

        calls.Succeed(2);
        provider.ForceFlush();
        Assert.Equal(2, PointOf(receiver, "delta").AsDouble);
        Assert.Equal(2, receiver.Series.Sum(Duration + "_count", ("provider", "delta")));
        Assert.Equal(6, receiver.Series.Sum("ai_gateway_call_duration_seconds_count", ("provider", "delta")));
        Assert.Equal(Temporality.Cumulative, receiver.Metric("ai_gateway_call_duration_seconds_count").Sum.Temporality);
    }

    [Fact]
    public async Task A_back_end_that_restarts_misses_nothing_of_cumulative_totals()
    {
        var receiver = await OtlpReceiver.StartAsync();
        var endpoint = receiver.Endpoint;
        using var provider = Providers.To(endpoint);
        var calls = new Calls("outage");
        calls.Succeed(3);
        provider.ForceFlush();
        await receiver.DisposeAsync();
        calls.Succeed(4);
        Assert.False(provider.ForceFlush(2000));

        await using var restarted = await OtlpReceiver.StartAsync(endpoint.Port);
        calls.Succeed(2);
        Assert.True(provider.ForceFlush());
        Assert.Equal(9, PointOf(restarted, "outage").AsDouble);
        Assert.Equal(9, restarted.Series.Sum(Duration + "_count", ("provider", "outage")));
    }

    [Fact]
    public async Task A_provider_that_restarts_goes_on_with_the_totals_and_begins_new_histograms()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var calls = new Calls("restart");
        ulong start;
        using (var provider = Providers.To(receiver.Endpoint))
        {
            calls.Succeed(3);
            provider.ForceFlush();
            start = PointOf(receiver, "restart").StartTime;
        }

        using var restarted = Providers.To(receiver.Endpoint);
        calls.Succeed(2);
        restarted.ForceFlush();

        Assert.Equal(5, PointOf(receiver, "restart").AsDouble);
        Assert.True(PointOf(receiver, "restart").StartTime > start);
        Assert.Equal(2, receiver.Series.Sum(Duration + "_count", ("provider", "restart")));
    }

    [Fact]
    public async Task A_provider_that_is_disposed_sends_what_is_left()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using (Providers.To(receiver.Endpoint))
        {
            new Calls("last").Succeed(3);
        }

        Assert.Equal(3, PointOf(receiver, "last").AsDouble);
        Assert.Equal(3, receiver.Series.Sum(Duration + "_count", ("provider", "last")));
    }

    [Fact]
    public async Task A_dead_address_makes_no_call_slower_or_fail()
    {
        const int Interval = 20;
        await using var receiver = await OtlpReceiver.StartAsync();
        var calls = new Calls("dead");
        List<double> alive = [], dead = [];
        for (var round = 0; round < 15; round++)
        {
            using (Providers.To(receiver.Endpoint, interval: Interval))
            {
                alive.AddRange(Slice(calls));
            }

            using (Providers.To(DeadEndpoint(), interval: Interval))
            {
                dead.AddRange(Slice(calls));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Quartile(dead):F0} ns a call with a dead address, {Quartile(alive):F0} ns with one that answers");
        Assert.True(Quartile(dead) < 1.5 * Quartile(alive), $"{Quartile(dead):F0} ns against {Quartile(alive):F0} ns");
    }

    [Fact]
    public void A_dead_address_takes_no_memory()
    {
        using var provider = Providers.To(DeadEndpoint());
        var calls = new Calls("dead-memory");
        FailToExport(20);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        FailToExport(150);
        var more = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper!.WriteLine($"{more} bytes more after 150 exports that failed");
        Assert.InRange(more, long.MinValue, 512 * 1024);

        void FailToExport(int times)
        {
            for (var i = 0; i < times; i++)
            {
                calls.Succeed(100);
                Assert.False(provider.ForceFlush());
            }
        }
    }

    /// <summary>Nanoseconds of a request, by thousands, over 60 ms and some exports.</summary>
    static List<double> Slice(Calls calls)
    {
        List<double> batches = [];
        for (var slice = Stopwatch.StartNew(); slice.ElapsedMilliseconds < 60;)
        {
            var batch = Stopwatch.StartNew();
            calls.Succeed(1000);
            batches.Add(batch.Elapsed.TotalNanoseconds / 1000);
        }

        return batches;
    }

    static double Quartile(List<double> values) => values.Order().ElementAt(values.Count / 4);

    static Uri DeadEndpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}/v1/metrics");
    }

    static NumberPoint PointOf(OtlpReceiver receiver, string provider) =>
        receiver.Metric(Requests).Sum.Points.Single(point =>
            point.Attributes.Any(attribute => attribute.Key == "provider" && attribute.Value.StringValue == provider)
            && point.Attributes.Any(attribute => attribute.Key == "status" && attribute.Value.StringValue == "success"));
}
