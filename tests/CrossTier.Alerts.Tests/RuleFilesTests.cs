using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CrossTier.Alerts.Tests.Rehearsal;
using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Alerts.Tests;

/// <summary>
/// Several files of rules in one Prometheus: for two applications, for both at once, and of three teams with objectives of their own. promtool
/// evaluates all groups at one instant and cannot see what they do to each other.
/// </summary>
public class RuleFilesTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // A team of its own for each objective. Of 100 requests 10 fail: that burns a budget of 0.5 % 20 times over, and half of one of 20 %.
    static readonly (string File, string[] Options)[] Files =
    [
        ("shop", ["--job", "shop"]),
        ("till", ["--job", "till"]),
        ("all", []),
        ("strict", ["--job", "shop", "--name", "strict", "--slo", "99.5"]),
        ("lax", ["--job", "shop", "--name", "lax", "--slo", "80"]),
    ];

    [Fact]
    public async Task Each_file_has_the_numbers_and_the_alerts_of_its_own()
    {
        using var scratch = new Scratch();
        using Application shop = new(tokens: 500), till = new(tokens: 50);
        var configuration = await ConfigureAsync(scratch, shop, till);
        var port = Service.FreePort();
        await using var prometheus = Service.Start(
            Programs.Find("prometheus"),
            $"--config.file={configuration}",
            $"--storage.tsdb.path={scratch["data"]}",
            $"--web.listen-address=127.0.0.1:{port}");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        // Who burns its budget is told so, with whose objective it is; the same requests are well within another's.
        await UntilAsync(http, "ALERTS{alertname=\"AiErrorBudgetBurn\",alertstate=\"firing\",job=\"shop\",rules=\"strict\"}", series => series.Count > 0);
        Assert.Empty(await AskAsync(http, "ALERTS{alertname=\"AiErrorBudgetBurn\",rules=\"lax\"}"));
        var left = (await AskAsync(http, "job_provider:ai_gateway_error_budget_left:ratio30d{job=\"shop\"}"))
            .ToDictionary(series => series.Labels["rules"], series => series.Value);
        Assert.Equal(["all", "lax", "shop", "strict"], left.Keys.Order());
        Assert.InRange(left["lax"], 0.2, 0.8);
        Assert.InRange(left["strict"], -25, -12);

        // Both files write once in each interval: with one name for both, there were twice as many samples, and each sum over them doubled.
        shop.Stop();
        till.Stop();
        await UntilAsync(
            http,
            "job_provider_model_direction:ai_gateway_tokens:rate5m{job=\"shop\",rules=\"all\"}",
            series => series.Count > 0 && series.All(one => one.Value == 0));
        var samples = await AskAsync(http, "max by (job, rules) (count_over_time(job_provider_model_direction:ai_gateway_tokens:rate5m[20s]))");
        Assert.Equal(["all shop", "all till", "lax shop", "shop shop", "strict shop", "till till"], samples.Select(NameOf).Order());
        Assert.All(samples, series => Assert.InRange(series.Value, 1, 21));

        // What a counter shows is what each file sums up. An evaluation that a busy machine leaves out is missing from the sum; none is in it twice.
        var sums = await AskAsync(http, "job:ai_gateway_tokens:increase1d");
        Assert.Equal(["all shop", "all till", "lax shop", "shop shop", "strict shop", "till till"], sums.Select(NameOf).Order());
        Assert.All(sums, series => Assert.InRange(series.Value / (series.Labels["job"] == "shop" ? shop : till).Tokens, 0.5, 1.2));
    }

    static string NameOf((IReadOnlyDictionary<string, string> Labels, double Value) series) => $"{series.Labels["rules"]} {series.Labels["job"]}";

    static async Task<string> ConfigureAsync(Scratch scratch, Application shop, Application till)
    {
        List<string> rules = [];
        foreach (var (file, options) in Files)
        {
            var written = await Installation.RunToolAsync(["rules", .. options, "--time-scale", "60", "-o", scratch[file + ".yml"]]);
            Assert.True(written.ExitCode == 0, written.Output);
            rules.AddRange(["--rules", scratch[file + ".yml"]]);
        }

        var servers = await Installation.RunToolAsync("rules", "--only", "servers", "--time-scale", "60", "-o", scratch["servers.yml"]);
        Assert.True(servers.ExitCode == 0, servers.Output);
        var scrape = await Installation.RunToolAsync(
            [
                "scrape", "--app", $"shop=127.0.0.1:{shop.Port}", "--app", $"till=127.0.0.1:{till.Port}", .. rules, "--rules", scratch["servers.yml"],
                "--interval", "500ms", "-o", scratch["prometheus.yml"],
            ]);
        Assert.True(scrape.ExitCode == 0, scrape.Output);
        return scratch["prometheus.yml"];
    }

    static async Task UntilAsync(
        HttpClient http,
        string query,
        Func<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)>, bool> isExpected)
    {
        var clock = Stopwatch.StartNew();
        for (var answer = await AskAsync(http, query); !isExpected(answer); answer = await AskAsync(http, query))
        {
            Assert.True(clock.Elapsed < Patience, $"{query}: {string.Join(", ", answer.Select(series => series.Value))}");
            await Task.Delay(200);
        }
    }

    static async Task<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)>> AskAsync(HttpClient http, string query)
    {
        try
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}"));
            return
            [
                .. answer.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Select(result => (
                    (IReadOnlyDictionary<string, string>)result.GetProperty("metric").EnumerateObject()
                        .ToDictionary(label => label.Name, label => label.Value.GetString()!),
                    double.Parse(result.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture))),
            ];
        }
        catch (HttpRequestException e) when (e.StatusCode is null or HttpStatusCode.ServiceUnavailable)
        {
            return []; // It is starting.
        }
    }
}
