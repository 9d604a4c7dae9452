using System.Diagnostics.Metrics;
using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>What an application may do wrong, or twice: no exception, and exact totals on every path that remains.</summary>
public class BadInputTests
{
    const string Duration = "ai_gateway_request_duration_seconds";

    [Fact]
    public async Task Added_twice_it_is_exported_once()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.AddCrossTier().AddCrossTier());
        new Calls("twice").Succeed(3);
        provider.ForceFlush();

        AssertTotals(receiver, "twice", 3);
        Assert.Equal(receiver.Metrics.Count, receiver.Metrics.DistinctBy(metric => metric.Name).Count());
    }

    [Fact]
    public async Task Added_twice_with_different_options_it_exports_both()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.AddCrossTier(options => options.GenAI = GenAIConventions.On));
        new Calls("union").Succeed(3);
        provider.ForceFlush();

        AssertTotals(receiver, "union", 3);
        Assert.Equal(3, receiver.Series.Sum("gen_ai.client.operation.duration_count", ("gen_ai.provider.name", "union")));
    }

    [Fact]
    public async Task An_instrument_of_that_name_of_another_meter_is_named_and_kept_apart()
    {
        List<string> lines = [];
        using var meter = new Meter("Shop");
        meter.CreateCounter<long>("ai_gateway_tokens_total");
        await using var receiver = await OtlpReceiver.StartAsync();
        Action<string> log = Console.Error.WriteLine;
        AiMetrics.Configure(options => (log, options.Log) = (options.Log, lines.Add));
        try
        {
            using var provider = Providers.To(receiver.Endpoint);
            new Calls("clashing").Succeed(3);
            provider.ForceFlush();
        }
        finally
        {
            AiMetrics.Configure(options => options.Log = log);
        }

        AssertTotals(receiver, "clashing", 3);
        Assert.Single(
            lines,
            line => line.Contains("ai_gateway_tokens_total is published beside one of that name of the meter 'Shop'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_providers_each_get_everything()
    {
        await using var one = await OtlpReceiver.StartAsync();
        await using var two = await OtlpReceiver.StartAsync();
        using var first = Providers.To(one.Endpoint);
        using var second = Providers.To(two.Endpoint, temporality: MetricReaderTemporalityPreference.Delta);
        new Calls("pair").Succeed(3);
        first.ForceFlush();
        second.ForceFlush();

        AssertTotals(one, "pair", 3);
        AssertTotals(two, "pair", 3);
    }

    [Fact]
    public async Task A_provider_that_is_disposed_during_load_takes_nothing_from_the_other()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var other = await OtlpReceiver.StartAsync();
        using var remaining = Providers.To(receiver.Endpoint);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 2).Select(thread => Task.Run(() =>
        {
            var (calls, count) = (new Calls("disposed", call: "Load.Thread" + thread), 0);
            for (; !stop.IsCancellationRequested; count++)
            {
                calls.Succeed();
            }

            return count;
        })).ToArray();
        for (var i = 0; i < 10; i++)
        {
            using (Providers.To(other.Endpoint, GenAIConventions.Both, interval: 5))
            {
                await Task.Delay(20);
            }
        }

        await stop.CancelAsync();
        var total = (await Task.WhenAll(load)).Sum();
        remaining.ForceFlush();
        AssertTotals(receiver, "disposed", total);
    }

    [Fact]
    public async Task Views_that_drop_or_rename_leave_the_rest_exact()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder
            .AddView("ai_gateway_tokens_total", MetricStreamConfiguration.Drop)
            .AddView("ai_gateway_time_to_first_token_seconds", MetricStreamConfiguration.Drop)
            .AddView("ai_gateway_errors_total", "llm_errors")
            .AddView(Duration, new ExplicitBucketHistogramConfiguration { Name = "llm_duration", Boundaries = [1, 10], TagKeys = ["provider"] }));
        var calls = new Calls("viewed");
        calls.Succeed(3);
        calls.Stream();
        calls.Fail();
        provider.ForceFlush();

        var series = receiver.Series;
        Assert.DoesNotContain(
            receiver.Metrics,
            metric => metric.Name is "ai_gateway_tokens_total" or "ai_gateway_time_to_first_token_seconds" or "ai_gateway_errors_total" or Duration);
        Assert.Equal(5, series.Sum("ai_gateway_requests_total", ("provider", "viewed")));
        Assert.Equal(1, series.Sum("llm_errors", ("provider", "viewed")));
        Assert.Equal(5, series["llm_duration_bucket{le=\"1\",provider=\"viewed\"}"]);
    }

    [Fact]
    public async Task Two_providers_that_drop_different_metrics_never_see_an_old_total()
    {
        await using var one = await OtlpReceiver.StartAsync();
        await using var two = await OtlpReceiver.StartAsync();
        using var first = Providers.To(one.Endpoint, more: builder => Keep(builder, "ai_gateway_requests_total"));
        using var second = Providers.To(two.Endpoint, more: builder => Keep(builder, "ai_gateway_tokens_total"));
        var calls = new Calls("partial");
        for (var i = 1; i <= 20; i++)
        {
            calls.Succeed();
            first.ForceFlush();
            Assert.Equal((2 * i) - 1, one.Series.Sum("ai_gateway_requests_total", ("provider", "partial")));
            calls.Succeed();
            second.ForceFlush();
            Assert.Equal(5 * 2 * i, two.Series.Sum("ai_gateway_tokens_total", ("provider", "partial")));
        }

        static void Keep(MeterProviderBuilder builder, string name) =>
            builder.AddView(instrument => instrument.Name == name ? null : MetricStreamConfiguration.Drop);
    }

    [Fact]
    public async Task More_series_than_OpenTelemetry_keeps_come_out_with_the_view_that_the_docs_name()
    {
        const int Pairs = 260; // Of eight errors each.
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(
            receiver.Endpoint,
            more: builder => builder.AddView("ai_gateway_*", new MetricStreamConfiguration { CardinalityLimit = 20_000 }));
        for (var i = 0; i < Pairs; i++)
        {
            new Calls("wide", "model-" + i).Fail();
        }

        provider.ForceFlush();
        Assert.Equal(Pairs, receiver.Series.Sum("ai_gateway_errors_total", ("provider", "wide")));
        Assert.Equal(
            8 * Pairs,
            receiver.Series.Keys.Count(series => series.StartsWith("ai_gateway_errors_total{", StringComparison.Ordinal) && series.Contains("\"wide\"")));
        Assert.Equal(
            18 * Pairs,
            receiver.Series.Keys.Count(series => series.StartsWith(Duration + "_bucket{", StringComparison.Ordinal) && series.Contains("\"wide\"")));
    }

    [Fact]
    public void A_listener_that_throws_does_not_reach_the_call()
    {
        using var provider = Sdk.CreateMeterProviderBuilder().AddCrossTier().Build();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "CrossTier")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("A listener threw."));
        listener.Start();
        var calls = new Calls("throwing");
        calls.Succeed();
        calls.Stream();
        calls.Fail();

        Assert.Equal(
            2,
            AiMetrics.Snapshot()
                .Single(metric => metric.Definition.Name == "ai_gateway_requests_total").Points
                .Single(point => point.Labels is ["throwing", _, "success"]).Value);
    }

    [Fact]
    public void What_is_no_option_is_said_at_once()
    {
        var builder = Sdk.CreateMeterProviderBuilder();
        Assert.Contains(
            "GenAI",
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCrossTier(options => options.GenAI = (GenAIConventions)7)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddCrossTier(options => options.MaxLabelSets = -1));
        Assert.Throws<ArgumentNullException>(() => MeterProviderBuilderExtensions.AddCrossTier(null!));
    }

    static void AssertTotals(OtlpReceiver receiver, string provider, int requests)
    {
        var series = receiver.Series;
        Assert.Equal(requests, series.Sum("ai_gateway_requests_total", ("provider", provider)));
        Assert.Equal(requests, series.Sum(Duration + "_count", ("provider", provider)));
        Assert.Equal(5 * requests, series.Sum("ai_gateway_tokens_total", ("provider", provider)));
    }
}
