using System.Text.Json;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.HybridGateway.Tests.Support;
using CrossTier.Samples.HybridGateway.Load;

namespace CrossTier.HybridGateway.Tests;

/// <summary>The script of faults under load: whoever counts, counts the same.</summary>
public sealed class LoadTests
{
    const string Query = "{__name__=~\"ai_gateway_requests_total|ai_gateway_tokens_total\"}";

    static readonly TimeSpan PhaseLength = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task The_load_the_metrics_Prometheus_and_the_page_agree_exactly()
    {
        var program = Requirement.FindProgram("prometheus");
        Requirement.Meet(program is null ? "prometheus is not installed (apt-get install -y --no-install-recommends prometheus)" : null);
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            Local = settings.Local with
            {
                Concurrency = 4,
                QueueLimit = 8,
                Simulation = new() { Latency = TimeSpan.FromMilliseconds(40), ChunkDelay = TimeSpan.FromMilliseconds(20) },
            },
            Cloud = settings.Cloud with { Simulation = new() { Latency = TimeSpan.FromMilliseconds(20), ChunkDelay = TimeSpan.FromMilliseconds(20) } },
            Models = new()
            {
                ["assistant"] = new() { Local = "small", Cloud = "large" },
                ["writer"] = new() { Cloud = "largest" },
                ["embedder"] = new() { Local = "vectors", Cloud = "large-vectors" },
            },
        });
        await using var prometheus = await PrometheusServer.StartAsync(program!, gateway.Gateway.Address.Port);

        var books = new LoadBooks();
        List<(string Phase, string? Tier, ReplyOutcome Outcome)> tiers = [];
        using var http = LoadClient.Connect(gateway.Gateway.Address);
        var phase = "";
        var generator = new LoadGenerator(new(http, gateway.Gateway.Settings, books), reply =>
        {
            lock (tiers)
            {
                tiers.Add((phase, reply.Tier, reply.Outcome));
            }
        });
        using var stop = new CancellationTokenSource();
        var load = generator.RunAsync(Traffic.OfATeam, stop.Token);
        await new FaultScript(gateway.Gateway.Simulation).RunAsync(now =>
        {
            phase = now.Name;
            return Task.Delay(PhaseLength);
        });
        await stop.CancelAsync();
        await load;

        // It was the load that it is meant to be: every kind of end, both tiers, the cloud for local while that is down.
        var sent = books.Tallies.ToDictionary(entry => (entry.Key.Provider, entry.Key.Model), entry => entry.Value);
        Assert.Equal(["large", "large-vectors", "largest", "small", "vectors"], sent.Keys.Select(key => key.Model).Order());
        Assert.All(sent.Values, tally => Assert.True(tally.Success > 0));
        Assert.True(sent[(gateway.LocalProvider, "small")].Failure > 0);
        Assert.True(sent[(gateway.CloudProvider, "largest")] is { Failure: > 0, Cancelled: > 0 });
        Assert.Contains((FaultScript.LocalDown, "cloud", ReplyOutcome.Answered), tiers);
        Assert.DoesNotContain((FaultScript.LocalDown, "local", ReplyOutcome.Answered), tiers.SkipWhile(reply => reply.Phase != FaultScript.LocalDown).Skip(20));
        Assert.Equal(0, generator.Skipped);

        await gateway.CountedAsync(gateway.LocalProvider);
        await gateway.CountedAsync(gateway.CloudProvider);
        Assert.Equal(sent, Of(gateway, (await gateway.PageAsync()).Samples));
        Assert.Equal(sent, await OfLivePageAsync(gateway));
        Assert.Equal(
            sent,
            Of(
                gateway,
                await prometheus.UntilAsync(
                    Query,
                    answer => Of(gateway, answer) is var scraped && scraped.Count == sent.Count && !scraped.Except(sent).Any())));
    }

    static async Task<Dictionary<(string Provider, string Model), Tally>> OfLivePageAsync(TestGateway gateway)
    {
        using var data = JsonDocument.Parse(await gateway.Http.GetStringAsync("/crosstier/data"));
        return data.RootElement.GetProperty("models").EnumerateArray()
            .Where(row => IsOf(gateway, row.GetProperty("provider").GetString()!))
            .ToDictionary(row => (row.GetProperty("provider").GetString()!, row.GetProperty("model").GetString()!), row => Figures(row.GetProperty("figures")));

        static Tally Figures(JsonElement figures)
        {
            long Of(string name) => figures.GetProperty(name).GetInt64();
            return new(Of("success"), Of("failure"), Of("cancelled"), Of("inputTokens"), Of("outputTokens"));
        }
    }

    static Dictionary<(string Provider, string Model), Tally> Of(TestGateway gateway, IEnumerable<PrometheusText.Sample> samples) => samples
        .Where(sample => sample.Name is "ai_gateway_requests_total" or "ai_gateway_tokens_total" && IsOf(gateway, sample.Labels["provider"]))
        .GroupBy(sample => (sample.Labels["provider"], sample.Labels["model"]))
        .ToDictionary(group => group.Key, group => group.Select(Tally).Aggregate((a, b) => a + b));

    // The metrics of the process are of all its gateways.
    static bool IsOf(TestGateway gateway, string provider) => provider == gateway.LocalProvider || provider == gateway.CloudProvider;

    static Tally Tally(PrometheusText.Sample sample) => (sample.Labels.GetValueOrDefault("status"), sample.Labels.GetValueOrDefault("direction")) switch
    {
        ("success", _) => new() { Success = (long)sample.Value },
        ("failure", _) => new() { Failure = (long)sample.Value },
        ("cancelled", _) => new() { Cancelled = (long)sample.Value },
        (_, "input") => new() { Input = (long)sample.Value },
        _ => new() { Output = (long)sample.Value },
    };
}
