using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Samples.QuickStart.Servers;

/// <summary>The servers that the sample calls.</summary>
/// <param name="Cloud">OpenAI.</param>
/// <param name="Local">Ollama.</param>
/// <param name="InHouse">A server with a protocol of its own, always simulated.</param>
sealed record ServerSet(InferenceServer Cloud, InferenceServer Local, InferenceServer InHouse) : IAsyncDisposable
{
    public static readonly TimeSpan LocalLatency = TimeSpan.FromMilliseconds(150);

    static readonly SimulatedProviderOptions Fast = new()
    {
        Latency = TimeSpan.FromMilliseconds(30),
        ChunkDelay = TimeSpan.FromMilliseconds(5),
        CachedInputTokens = 4,
    };

    // One request at a time, as a small model on a desk does it: the others queue.
    static readonly SimulatedProviderOptions Slow = new() { Latency = LocalLatency, ChunkDelay = TimeSpan.FromMilliseconds(15), MaxConcurrency = 1 };

    static readonly SimulatedProviderOptions Steady = new() { Latency = TimeSpan.FromMilliseconds(60) };

    /// <summary>Takes the real servers that the environment names and simulates the others.</summary>
    /// <exception cref="SetupException">The environment names one that cannot be.</exception>
    public static async Task<ServerSet> StartAsync()
    {
        var (cloud, local) = (RealServers.OpenAI(), RealServers.Ollama());
        return new(
            cloud ?? await InferenceServer.SimulateAsync("openai", "gpt-4o", Fast),
            local ?? await InferenceServer.SimulateAsync("ollama", "llama3.2", Slow),
            await InferenceServer.SimulateAsync("acme", "summary-1", Steady));
    }

    public IReadOnlyList<InferenceServer> All => [Cloud, Local, InHouse];

    /// <summary>One line that says what is called.</summary>
    public string Describe()
    {
        var real = All.Where(server => server.Simulation is null)
            .Select(server => $"the real {server.Name} at {server.Endpoint} (model {server.Model})")
            .ToList();
        return real.Count == 0
            ? "Calling simulated providers on this machine: no key, no network. Set OPENAI_API_KEY or OLLAMA_HOST to call the real ones."
            : $"Calling {string.Join(" and ", real)}; simulated on this machine: "
                + $"{string.Join(", ", All.Where(server => server.Simulation is not null).Select(server => server.Name))}.";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in All)
        {
            await server.DisposeAsync();
        }
    }
}
