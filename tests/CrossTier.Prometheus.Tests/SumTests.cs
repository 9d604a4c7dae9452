using System.Diagnostics;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Scrapes;

/// <summary>Rounding does not add up over many publications.</summary>
public class SumTests
{
    const int Publications = 5_000;

    [Fact]
    public async Task Sum_and_buckets_are_those_of_the_snapshot_after_each_of_thousands_of_publications()
    {
        var site = Traffic.Site("sums");
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        for (var i = 0; i < Publications; i++)
        {
            Traffic.Many(site, (i % 3) + 1);
            if (i % 500 == 0)
            {
                var slow = site.Start(null, default);
                Spin(TimeSpan.FromMilliseconds(11 + (i / 100)));
                slow.Succeeded();
            }

            await registry.CollectAndExportAsTextAsync(Stream.Null);
        }

        var scrape = await Scrape.Of(registry);
        var expected = Traffic.Metric(MetricDefinitions.Duration).Points.Single(point => point.Labels[0] == "sums").Histogram!;
        var cumulated = 0L;
        for (var bucket = 0; bucket < HistogramValue.Bounds.Length; bucket++)
        {
            cumulated += expected.Counts[bucket];
            Assert.Equal(
                cumulated,
                scrape[$$"""ai_gateway_request_duration_seconds_bucket{provider="sums",model="m",le="{{HistogramValue.Bounds[bucket]}}"}"""]);
        }

        Assert.True(expected.Counts.Count(count => count > 0) >= 3);
        AssertWithinUlps(expected.Sum, scrape["""ai_gateway_request_duration_seconds_sum{provider="sums",model="m"}"""]);
        AssertWithinUlps(expected.Sum, scrape["""ai_gateway_call_duration_seconds_sum{call="Chat.Ask",provider="sums",model="m"}"""]);
        Assert.Equal(expected.Count, scrape["""ai_gateway_call_duration_seconds_count{call="Chat.Ask",provider="sums",model="m"}"""]);
    }

    // Two roundings of a double, whatever the number of publications.
    static void AssertWithinUlps(double expected, double actual) =>
        Assert.InRange(actual, Math.BitDecrement(Math.BitDecrement(expected)), Math.BitIncrement(Math.BitIncrement(expected)));

    static void Spin(TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(10);
        }
    }
}
