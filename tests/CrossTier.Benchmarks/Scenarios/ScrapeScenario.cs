using CrossTier.CompilerServices;
using Prometheus;
using Spectre.Console;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>What a scrape costs by the number of label sets. Run last: the label sets stay.</summary>
static class ScrapeScenario
{
    public static void Run(IAnsiConsole console, IEnumerable<int> sizes)
    {
        AiMetrics.Configure(options => options.MaxLabelSets = 20_000);
        var table = new Table().Title("scrape").AddColumns("label sets", "ms", "microseconds a label set", "KiB allocated a label set");
        var known = 0;
        foreach (var sets in sizes)
        {
            for (; known < sets; known++)
            {
                new CallSite("Bench.Scrape", "openai", $"scraped-{known}").Start(null, default).Succeeded();
            }

            var registry = Metrics.NewCustomRegistry();
            registry.AddCrossTier();
            var (milliseconds, bytes) = Scrape(registry);
            table.AddRow($"{sets:N0}", $"{milliseconds:N1}", $"{milliseconds * 1000 / sets:N1}", $"{bytes / 1024.0 / sets:N1}");
        }

        console.Write(table);
    }

    static (double Milliseconds, long Bytes) Scrape(CollectorRegistry registry)
    {
        registry.CollectAndExportAsTextAsync(Stream.Null).GetAwaiter().GetResult();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var started = Environment.CpuUsage.TotalTime;
        registry.CollectAndExportAsTextAsync(Stream.Null).GetAwaiter().GetResult();
        return ((Environment.CpuUsage.TotalTime - started).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
