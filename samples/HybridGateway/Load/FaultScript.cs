namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>The troubles that a hybrid gateway lives through, one after the other. The alerts are rehearsed with the same script.</summary>
sealed class FaultScript(Simulation simulation)
{
    static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    /// <summary>The phases in order.</summary>
    public IReadOnlyList<Phase> Phases =>
    [
        new(Healthy, Nothing, Nothing),
        new(QueueGrows, () => SetLocal(places: 1, Slow), () => SetLocal(simulation.LocalSettings.Places, simulation.LocalSettings.Latency)),
        new(CloudErrors, () => SetCloudErrors(0.08), () => SetCloudErrors(simulation.CloudSettings.ErrorRate)),
        new(LocalDown, simulation.StopLocalAsync, simulation.StartLocalAsync),
        new(Recovery, Nothing, Nothing),
    ];

    public const string Healthy = "healthy";
    public const string QueueGrows = "local queue grows";
    public const string CloudErrors = "cloud errors at 8 %";
    public const string LocalDown = "local down";
    public const string Recovery = "recovery";

    /// <summary>Runs all phases.</summary>
    /// <param name="during">What happens while a phase lasts: it ends when this ends.</param>
    public async Task RunAsync(Func<Phase, Task> during)
    {
        foreach (var phase in Phases)
        {
            await phase.Begin();
            try
            {
                await during(phase);
            }
            finally
            {
                await phase.End();
            }
        }
    }

    static Task Nothing() => Task.CompletedTask;

    Task SetLocal(int places, TimeSpan latency)
    {
        if (simulation.Local is { Options: var options })
        {
            (options.MaxConcurrency, options.Latency) = (places, latency);
        }

        return Task.CompletedTask;
    }

    Task SetCloudErrors(double share)
    {
        simulation.Cloud!.Options.ErrorRate = share;
        return Task.CompletedTask;
    }
}
