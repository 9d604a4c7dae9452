using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Samples.QuickStart.Servers;

/// <summary>Something that answers inference requests: a real server, or a simulated one in this process.</summary>
internal sealed class InferenceServer(string name, Uri endpoint, string key, string model) : IAsyncDisposable
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

    /// <summary>Makes a simulated server answer each request with an error while an action runs.</summary>
    public async Task FailingAsync(int status, Func<Task> action)
    {
        var options = Simulation!.Options;
        (options.ErrorStatus, options.ErrorRate) = (status, 1);
        try
        {
            await action();
        }
        finally
        {
            options.ErrorRate = 0;
        }
    }

    public ValueTask DisposeAsync() => Simulation?.DisposeAsync() ?? ValueTask.CompletedTask;
}
