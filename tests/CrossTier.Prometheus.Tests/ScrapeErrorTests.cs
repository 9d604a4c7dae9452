using System.Diagnostics;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Scrapes;

/// <summary>What cannot be published is counted and named, and takes nothing else with it.</summary>
public sealed class ScrapeErrorTests
{
    const string Variable = "CROSSTIER_PRICES";
    const string Expected = "CROSSTIER_TEST_EXPECTED_WARNING";

    static readonly Dictionary<string, string> Books = new()
    {
        ["price 1 is null"] = """{"version":1,"date":"2026-01-01","prices":[null]}""",
        ["among its other names"] = """{"version":1,"date":"2026-01-01","prices":[{"provider":"a","model":"b","input":1,"also":[null]}]}""",
        ["alias 'a/b' names nothing"] = """{"version":1,"date":"2026-01-01","prices":[],"aliases":{"a/b":null}}""",
        ["gives no price"] =
            """{"version":1,"date":"2026-01-01","prices":[{"provider":"a","model":"b","gpu_hour":79228162514264337593543950335,"tokens_per_second":0.0000001}]}""",
        ["is no price book"] = "[",
    };

    /// <summary>The book is read once in a process, so the test runs itself again in one for each book.</summary>
    [Fact]
    public async Task A_book_that_cannot_be_used_leaves_the_embedded_one_and_the_scrape_whole()
    {
        if (Environment.GetEnvironmentVariable(Expected) is { } expected)
        {
            await AssertScrapeWithBook(expected);
            return;
        }

        var folder = Directory.CreateTempSubdirectory("crosstier-prices-");
        try
        {
            foreach (var (warning, book) in Books)
            {
                var file = Path.Combine(folder.FullName, "prices.json");
                await File.WriteAllTextAsync(file, book);
                await RunWith(file, warning);
            }

            await RunWith(folder.FullName, "is a folder");
            if (File.Exists("/dev/zero"))
            {
                await RunWith("/dev/zero", "no regular file");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_metric_that_the_registry_refuses_is_counted_and_the_others_are_there()
    {
        var registry = Metrics.NewCustomRegistry();
        registry.SetStaticLabels(new Dictionary<string, string> { ["app"] = "here" });
        var before = PublishingErrors.Count;
        Traffic.Many(Traffic.Site("refused"), 3);

        var scrape = await Scrape.Of(registry.AddCrossTier());

        Assert.Equal(before + 1, scrape["""ai_gateway_scrape_errors_total{app="here"}"""]);
        Assert.Equal(3, scrape["""ai_gateway_requests_total{provider="refused",model="m",status="success",app="here"}"""]);
        Assert.DoesNotContain(scrape.Samples.Keys, sample => sample.StartsWith(MetricDefinitions.AppInfo.Name, StringComparison.Ordinal));
    }

    static async Task AssertScrapeWithBook(string warning)
    {
        List<string> log = [];
        var registry = Metrics.NewCustomRegistry().AddCrossTier(options => options.Log = log.Add);
        AiMetrics.Configure(options => options.Expect("openai", "gpt-4o"));
        var scrape = await Scrape.Of(registry);
        Assert.Contains(warning, Assert.Single(log, line => !line.Contains("call sites are measured", StringComparison.Ordinal)));
        Assert.DoesNotContain('\n', log[0]);
        Assert.True(scrape["""ai_gateway_token_price_usd{provider="openai",model="gpt-4o",direction="input"}"""] > 0);
        Assert.Equal(0, scrape["""ai_gateway_requests_total{provider="openai",model="gpt-4o",status="success"}"""]);
        Assert.Equal(0, scrape[MetricDefinitions.ScrapeErrors.Name]);
    }

    static async Task RunWith(string book, string warning)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(ScrapeErrorTests).Assembly.Location,
                "-method",
                $"{typeof(ScrapeErrorTests)}.{nameof(A_book_that_cannot_be_used_leaves_the_embedded_one_and_the_scrape_whole)}",
            ])
        {
            RedirectStandardOutput = true,
            Environment = { [Variable] = book, [Expected] = warning },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, warning + ": " + output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
    }
}
