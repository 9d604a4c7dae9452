using CrossTier.Samples.HybridGateway;
using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Load;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>The hybrid gateway with its own load and script of faults.</summary>
sealed class GatewayUnderLoad : IAsyncDisposable
{
    readonly Gateway _gateway;
    readonly HttpClient _http;
    readonly LoadGenerator _load;
    readonly CancellationTokenSource _stop = new();
    readonly List<Task> _loads = [];

    GatewayUnderLoad(Gateway gateway)
    {
        _gateway = gateway;
        _http = LoadClient.Connect(gateway.Address);
        _load = new(new(_http, gateway.Settings, new()), _ => { });
        _loads.Add(_load.RunAsync(Traffic.OfATeam, _stop.Token));
    }

    public int Port => _gateway.Address.Port;

    public IReadOnlyList<Phase> Script => new FaultScript(_gateway.Simulation).Phases;

    public static async Task<GatewayUnderLoad> StartAsync() => new(await Gateway.StartAsync(new GatewaySettings
    {
        Listen = "http://127.0.0.1:0",
        Local = new()
        {
            Provider = "ollama",
            Concurrency = 4,
            QueueLimit = 100,
            Simulation = new() { Latency = TimeSpan.FromMilliseconds(80), ChunkDelay = TimeSpan.FromMilliseconds(20), Places = 4 },
        },
        Cloud = new() { Provider = "openai", Simulation = new() { Latency = TimeSpan.FromMilliseconds(40), ChunkDelay = TimeSpan.FromMilliseconds(20) } },
        Models = new()
        {
            ["assistant"] = new() { Local = "llama3.2", Cloud = "gpt-4o-mini" },
            ["writer"] = new() { Cloud = "gpt-4o" },
            ["embedder"] = new() { Local = "nomic-embed-text", Cloud = "text-embedding-3-small" },
            ["house"] = new() { Cloud = "house-model" },
        },
    }));

    /// <summary>Asks also for a model that no price book knows.</summary>
    public void AskForUnpriced() => _loads.Add(_load.RunAsync([new(TrafficKind.Whole, "house", 2)], _stop.Token));

    /// <summary>Has the address of the gateway be known: its load is that of a client that nothing measures, in the same process.</summary>
    public void MapAddress() => AiMetrics.Configure(options => options.MapHost($"{_gateway.Address.Host}:{Port}", "gateway"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loads);
        _http.Dispose();
        await _gateway.DisposeAsync();
    }
}
