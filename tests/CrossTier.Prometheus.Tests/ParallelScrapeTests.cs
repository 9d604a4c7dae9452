using CrossTier.CompilerServices;
using Prometheus;

namespace CrossTier.Scrapes;

public class ParallelScrapeTests
{
    const int Threads = 2;
    const int CallsOfThread = 300_000;

    [Fact]
    public async Task Two_scrapers_under_load_see_totals_that_only_grow_and_end_exact()
    {
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        var sites = Enumerable.Range(0, 4).Select(i => Traffic.Site("parallel", "m" + (i % 2), call: "Call." + i)).ToArray();
        var load = Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => Load(sites), TaskCreationOptions.LongRunning)));
        var scrapers = Task.WhenAll(Task.Run(() => ScrapeWhile(registry, load)), Task.Run(() => ScrapeWhile(registry, load)));

        Assert.All(await scrapers, scrapes => Assert.InRange(scrapes, 5, int.MaxValue));
        await load;

        var quiet = await Task.WhenAll(Task.Run(() => Scrape.Of(registry)), Task.Run(() => Scrape.Of(registry)));
        foreach (var scrape in quiet)
        {
            const double Each = Threads * CallsOfThread / 2.0;
            foreach (var labels in new[] { """provider="parallel",model="m0" """.TrimEnd(), """provider="parallel",model="m1" """.TrimEnd() })
            {
                Assert.Equal(Each * 0.75, scrape[$$"""ai_gateway_requests_total{{{labels}},status="success"}"""]);
                Assert.Equal(Each * 0.25, scrape[$$"""ai_gateway_requests_total{{{labels}},status="failure"}"""]);
                Assert.Equal(Each, scrape[$$"""ai_gateway_request_duration_seconds_count{{{labels}}}"""]);
                Assert.Equal(Each, scrape[$$"""ai_gateway_request_duration_seconds_bucket{{{labels}},le="+Inf"}"""]);
                Assert.Equal(0, scrape[$$"""ai_gateway_requests_in_flight{{{labels}}}"""]);
            }

            var durations = Traffic.Metric(Exposition.MetricDefinitions.Duration).Points.Where(point => point.Labels[0] == "parallel");
            Assert.All(
                durations,
                point => Assert.Equal(
                    point.Histogram!.Sum,
                    scrape[$$"""ai_gateway_request_duration_seconds_sum{provider="parallel",model="{{point.Labels[1]}}"}"""],
                    1e-12));
            Assert.Equal(Each / 2, scrape["""ai_gateway_call_duration_seconds_count{call="Call.3",provider="parallel",model="m1"}"""]);
        }
    }

    [Fact]
    public async Task Two_scrapes_at_the_same_moment_publish_once()
    {
        const int Rounds = 1_000;
        var registry = Metrics.NewCustomRegistry().AddCrossTier();
        var site = Traffic.Site("same-moment");
        using var together = new Barrier(2, _ => Traffic.Many(site, 3));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(ScrapeInStep, TaskCreationOptions.LongRunning)));

        var scrape = await Scrape.Of(registry);
        Assert.Equal(3 * Rounds, scrape["""ai_gateway_requests_total{provider="same-moment",model="m",status="success"}"""]);
        Assert.Equal(3 * Rounds, scrape["""ai_gateway_request_duration_seconds_count{provider="same-moment",model="m"}"""]);
        Assert.Equal(3 * Rounds, scrape["""ai_gateway_call_duration_seconds_count{call="Chat.Ask",provider="same-moment",model="m"}"""]);

        void ScrapeInStep()
        {
            for (var i = 0; i < Rounds; i++)
            {
                together.SignalAndWait();
                registry.CollectAndExportAsTextAsync(Stream.Null).GetAwaiter().GetResult();
            }
        }
    }

    static void Load(CallSite[] sites)
    {
        var failure = new TimeoutException();
        for (var i = 0; i < CallsOfThread; i++)
        {
            var request = sites[i & 3].Start(null, default);
            if (i / 4 % 4 == 0)
            {
                request.RecordFailure(failure);
            }
            else
            {
                request.Succeeded();
            }
        }
    }

    static async Task<int> ScrapeWhile(CollectorRegistry registry, Task load)
    {
        var (scrapes, last) = (0, new Dictionary<string, double>());
        while (!load.IsCompleted)
        {
            var now = (await Scrape.Of(registry)).With("parallel");
            foreach (var (sample, before) in last)
            {
                if (!sample.StartsWith("ai_gateway_requests_in_flight", StringComparison.Ordinal))
                {
                    Assert.True(now[sample] >= before, $"{sample} fell from {before} to {now[sample]}.");
                }
            }

            last = now;
            scrapes++;
        }

        return scrapes;
    }
}
