using System.Diagnostics;
using System.Text;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Scrapes;

public class ExemplarTests
{
    readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();

    [Fact]
    public async Task None_is_given_unless_asked_for()
    {
        _registry.AddCrossTier();
        using var trace = SampledTrace();
        Traffic.OfEachKind(Traffic.Site("no-exemplar")).Succeeded();

        var text = await OpenMetrics();

        Assert.Contains("provider=\"no-exemplar\"", text);
        Assert.DoesNotContain(" # {", text);
    }

    [Fact]
    public async Task Asked_for_each_histogram_names_the_trace_and_nothing_of_the_scrape_s_own()
    {
        _registry.AddCrossTier(options => options.Exemplars = true);
        string id;
        using (var trace = SampledTrace())
        {
            id = trace.TraceId.ToHexString();
            Traffic.OfEachKind(Traffic.Site("exemplar")).Succeeded();
        }

        using var scrape = SampledTrace();
        var text = await OpenMetrics();

        var lines = text.Split('\n')
            .Where(line => line.Contains("provider=\"exemplar\"", StringComparison.Ordinal) && line.Contains(" # {", StringComparison.Ordinal))
            .ToArray();
        Assert.Contains(lines, line => line.StartsWith(MetricDefinitions.Duration.Name, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith(MetricDefinitions.FirstToken.Name, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains($"trace_id=\"{id}\"", line));
        Assert.DoesNotContain(scrape.TraceId.ToHexString(), text);
    }

    [Fact]
    public async Task With_exemplars_count_and_sum_stay_exact_under_load()
    {
        _registry.AddCrossTier(options => options.Exemplars = true);
        var load = Task.Factory.StartNew(Load, TaskCreationOptions.LongRunning);
        while (!load.IsCompleted)
        {
            await _registry.CollectAndExportAsTextAsync(Stream.Null);
        }

        await load;
        var scrape = await Scrape.Of(_registry);

        var expected = Traffic.Metric(MetricDefinitions.Duration).Points.Single(point => point.Labels[0] == "exemplar-load").Histogram!;
        Assert.Equal(expected.Count, scrape["""ai_gateway_request_duration_seconds_count{provider="exemplar-load",model="m"}"""]);
        Assert.Equal(expected.Sum, scrape["""ai_gateway_request_duration_seconds_sum{provider="exemplar-load",model="m"}"""], 1e-12);
    }

    // Mostly short calls and now and then one a thousand times as long, of the same bucket.
    static void Load()
    {
        using var trace = SampledTrace();
        var site = Traffic.Site("exemplar-load");
        for (var i = 0; i < 100_000; i++)
        {
            var request = site.Start(null, default);
            if (i % 50 == 0)
            {
                Thread.SpinWait(10_000);
            }

            request.Succeeded();
        }
    }

    static Activity SampledTrace()
    {
        var trace = new Activity("trace").Start();
        trace.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        return trace;
    }

    async Task<string> OpenMetrics()
    {
        using var text = new MemoryStream();
        await _registry.CollectAndExportAsTextAsync(text, ExpositionFormat.OpenMetricsText);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
