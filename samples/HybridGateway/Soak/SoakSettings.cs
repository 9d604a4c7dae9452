using CrossTier.Samples.HybridGateway.Configuration;

namespace CrossTier.Samples.HybridGateway.Soak;

/// <summary>Upstreams that cost no time, so that the gateway is what takes it.</summary>
static class SoakSettings
{
    /// <summary>The gateway's name of the model whose readers hang up.</summary>
    public const string Impatient = "impatient";

    /// <summary>What the cloud calls it. Whether a hang-up comes before the end of such a fast stream is chance.</summary>
    public const string ImpatientModel = "gpt-4.1";

    const double LocalErrors = 0.05;

    public static GatewaySettings FlatOut(GatewaySettings settings) => settings with
    {
        Local = settings.Local with { Concurrency = 0, Simulation = new() { ErrorRate = LocalErrors } },
        Cloud = settings.Cloud with { Simulation = new() },
        Models = new(settings.Models) { [Impatient] = new() { Cloud = ImpatientModel } },
    };
}
