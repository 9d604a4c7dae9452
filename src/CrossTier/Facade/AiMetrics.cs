using System.Collections.Immutable;
using CrossTier.Exposition;

namespace CrossTier;

/// <summary>What was measured in this process: on this framework nothing.</summary>
public static class AiMetrics
{
    /// <summary>Empty: nothing is measured on this framework.</summary>
    public static ImmutableArray<Metric> Snapshot() => [];

    /// <summary>Does nothing, since there is nothing to set: the settings are those of the application, on .NET 8 or newer.</summary>
    /// <param name="configure">Not called.</param>
    public static void Configure(Action<CrossTierOptions> configure)
    {
    }
}
