using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>The gateway under load, a Prometheus and an Alertmanager on loopback, configured by what the tool writes.</summary>
sealed class Installation : IAsyncDisposable
{
    readonly Scratch _scratch = new();
    readonly List<Service> _services = [];

    Installation(GatewayUnderLoad gateway) => Gateway = gateway;

    public Pager Pager { get; } = new();

    public Hardware Hardware { get; } = new();

    public GatewayUnderLoad Gateway { get; }

    public string Prometheus { get; private set; } = "";

    /// <summary>
    /// The options that rules, dashboard and check have in common. The gateway's providers come from configuration, so they are expected
    /// here.
    /// </summary>
    public string[] Options { get; } =
    [
        Path.Combine(AppContext.BaseDirectory, "CrossTier.Samples.HybridGateway.dll"),
        "--job",
        "gateway",
        "--expect",
        "ollama/llama3.2",
        "--expect",
        "openai/gpt-4o",
        "--latency-target", "5.12", "--tokens-per-day", "1000000000", "--usd-per-day", "1000000", "--time-scale", "60",
    ];

    public static async Task<Installation> StartAsync()
    {
        var (prometheus, alertmanager) = (Programs.Find("prometheus"), Programs.Find("prometheus-alertmanager"));
        var installation = new Installation(await GatewayUnderLoad.StartAsync());
        await installation.StartAsync(prometheus, alertmanager);
        return installation;
    }

    /// <summary>Runs the tool; its output.</summary>
    public static async Task<(int ExitCode, string Output)> RunToolAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString() + error);
    }

    /// <summary>What Prometheus thinks, for the message of a test that failed.</summary>
    public string State() => string.Join("\n", _services.Select(service => service.Output.Length > 4000 ? service.Output[^4000..] : service.Output));

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        await Gateway.DisposeAsync();
        Hardware.Dispose();
        Pager.Dispose();
        _scratch.Dispose();
    }

    async Task StartAsync(string prometheus, string alertmanager)
    {
        var (alerts, web) = (Service.FreePort(), Service.FreePort());
        Prometheus = $"http://127.0.0.1:{web}";
        var rules = await RunToolAsync(["rules", .. Options, "-o", _scratch["rules.yml"]]);
        Assert.True(rules.ExitCode == 0, rules.Output);
        var servers = await RunToolAsync("rules", "--only", "servers", "--time-scale", "60", "-o", _scratch["servers.yml"]);
        Assert.True(servers.ExitCode == 0, servers.Output);
        var scrape = await RunToolAsync(
            "scrape",
            "--rules", "rules.yml", "--rules", "servers.yml",
            "--app",
            $"gateway=127.0.0.1:{Gateway.Port}",
            "--server",
            $"dcgm=127.0.0.1:{Hardware.Gpu.Port}",
            "--server",
            $"vllm=127.0.0.1:{Hardware.Server.Port}",
            "--alertmanager", $"127.0.0.1:{alerts}", "--interval", "500ms", "-o", _scratch["prometheus.yml"]);
        Assert.True(scrape.ExitCode == 0, scrape.Output);
        var check = await Programs.RunAsync("promtool", "check", "config", _scratch["prometheus.yml"]);
        Assert.True(check.ExitCode == 0, check.Output);

        _scratch.Write("alertmanager.yml", $$"""
            route: {receiver: people, group_by: [alertname, provider], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - name: people
                webhook_configs: [{url: "http://127.0.0.1:{{Pager.Port}}/", send_resolved: true}]
            """);
        _services.Add(Service.Start(
            alertmanager,
            $"--config.file={_scratch["alertmanager.yml"]}",
            $"--storage.path={_scratch["alerts"]}",
            $"--web.listen-address=127.0.0.1:{alerts}",
            "--cluster.listen-address="));
        _services.Add(Service.Start(
            prometheus,
            $"--config.file={_scratch["prometheus.yml"]}",
            $"--storage.tsdb.path={_scratch["data"]}",
            $"--web.listen-address=127.0.0.1:{web}"));
    }
}
