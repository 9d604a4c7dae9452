using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Samples.HybridGateway;

/// <summary>The upstreams that have no address of their own: simulated in this process, and made to fail on demand.</summary>
sealed class Simulation : IAsyncDisposable
{
    readonly GatewaySettings _settings;

    Simulation(GatewaySettings settings, SimulatedProvider? local, SimulatedProvider? cloud)
    {
        (_settings, Local, Cloud) = (settings, local, cloud);
        LocalAddress = local?.OpenAIAddress ?? AddressOf(settings.Local);
        CloudAddress = cloud?.OpenAIAddress ?? AddressOf(settings.Cloud);
    }

    /// <summary>The local upstream; null if it is real, or down now.</summary>
    public SimulatedProvider? Local { get; private set; }

    /// <summary>The cloud; null if it is real.</summary>
    public SimulatedProvider? Cloud { get; }

    public SimulationSettings LocalSettings => _settings.Local.Simulation;

    public SimulationSettings CloudSettings => _settings.Cloud.Simulation;

    public Uri LocalAddress { get; }

    public Uri CloudAddress { get; }

    /// <summary>Simulates what has no address.</summary>
    public static async Task<Simulation> StartAsync(GatewaySettings settings) => new(
        settings,
        settings.Local.BaseUrl is null ? await SimulatedProvider.StartAsync(settings.Local.Simulation.ToOptions(LocalModels(settings))) : null,
        settings.Cloud.BaseUrl is null
            ? await SimulatedProvider.StartAsync(settings.Cloud.Simulation.ToOptions(settings.Models.Values.Select(model => model.Cloud).OfType<string>()))
            : null);

    /// <summary>Takes the local upstream off the net, with the requests that it has.</summary>
    public async Task StopLocalAsync()
    {
        if (Local is { } local)
        {
            Local = null;
            await local.DisposeAsync();
        }
    }

    /// <summary>Brings it back where it was, as configured.</summary>
    public async Task StartLocalAsync() =>
        Local ??= await SimulatedProvider.StartAsync(_settings.Local.Simulation.ToOptions(LocalModels(_settings), LocalAddress.Port));

    public async ValueTask DisposeAsync()
    {
        await StopLocalAsync();
        await (Cloud?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    static IEnumerable<string> LocalModels(GatewaySettings settings) => settings.Models.Values.Select(model => model.Local).OfType<string>();

    static Uri AddressOf(UpstreamSettings settings) => new(settings.BaseUrl!.TrimEnd('/') + "/");
}
