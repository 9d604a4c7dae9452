using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;

namespace CrossTier.Frameworks.Tests.SafetyNet;

/// <summary>The safety net, on for as long as this lives, and the layers of the process as they were before.</summary>
sealed class Net : IDisposable
{
    readonly LayerState _layers = new();
    readonly Tally _before = Tally.Now();

    public Net(AiSafetyNet mode) => AiMetrics.Configure(options => options.SafetyNet = mode);

    /// <summary>What was counted since, by provider and state.</summary>
    public Dictionary<string, long> Counted => Tally.Now().Since(_before).By(MetricDefinitions.UnmeasuredRequests, "provider", "state");

    /// <summary>Gives a server of this machine a provider of its own.</summary>
    public static string Map(Uri server)
    {
        var provider = $"net-{server.Port}";
        AiMetrics.Configure(options => options.MapHost($"{server.Host}:{server.Port}", provider));
        return provider;
    }

    public void Dispose()
    {
        AiMetrics.Configure(options => options.SafetyNet = AiSafetyNet.Off);
        _layers.Dispose();
    }
}
