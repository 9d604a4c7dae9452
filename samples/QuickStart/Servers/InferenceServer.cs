using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Samples.QuickStart.Servers;

/// <summary>Something that answers inference requests: a real server, or a simulated one in this process.</summary>
sealed class InferenceServer(string name, Uri endpoint, string key, string model) : IAsyncDisposable
{
    public string Name { get; } = name;

    /// <summary>Where OpenAI-compatible clients find it.</summary>
    public Uri Endpoint { get; } = endpoint;

    public string Key { get; } = key;

    /// <summary>The chat model to ask.</summary>
    public string Model { get; } = model;

    /// <summary>The server itself if it is simulated, else null.</summary>
    public SimulatedProvider? Simulation { get; private init; }

    public static async Task<InferenceServer> SimulateAsync(string name, string model, SimulatedProviderOptions options)
    {
        var simulation = await SimulatedProvider.StartAsync(options);
        return new(name, simulation.OpenAIAddress, "none", model) { Simulation = simulation };
    }

    /// <summary>Changes how a simulated server behaves while an action runs; a real one stays as it is.</summary>
    public async Task<T> WithAsync<T>(Action<SimulatedProviderOptions> change, Action<SimulatedProviderOptions> restore, Func<Task<T>> action)
    {
        if (Simulation is null)
        {
            return await action();
        }

        change(Simulation.Options);
        try
        {
            return await action();
        }
        finally
        {
            restore(Simulation.Options);
        }
    }

    public ValueTask DisposeAsync() => Simulation?.DisposeAsync() ?? ValueTask.CompletedTask;
}
