using CrossTier.CompilerServices;

namespace CrossTier;

/// <summary>What an application may set where it adds CrossTier to a prometheus-net registry.</summary>
public sealed class CrossTierRegistryOptions : CrossTierOptions
{
    internal CrossTierRegistryOptions()
    {
    }

    /// <summary>
    /// Whether the histograms carry, in the OpenMetrics format, the trace of the last sampled request of each bucket. Default false: a
    /// request in a sampled trace then costs ten times the recording. Holds for this registry; decided when it is first given.
    /// </summary>
    public bool Exemplars { get; set; } = EnvironmentSettings.Flag("CROSSTIER_EXEMPLARS", standard: false);
}
