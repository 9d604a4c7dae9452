using System.Collections.Immutable;
using CrossTier.Counting;
using CrossTier.Exposition;

namespace CrossTier;

/// <summary>What was measured in this process, for exporters.</summary>
public static class AiMetrics
{
    /// <summary>
    /// All metrics with their values now; <c>ai_gateway_enabled</c> alone, as 0, if <c>CROSSTIER_DISABLED=1</c>. Each request is seen whole or
    /// not at all. Reading changes nothing. If reading fails, the log reports why and what comes back is <c>ai_gateway_scrape_errors_total</c> alone.
    /// </summary>
    public static ImmutableArray<Metric> Snapshot()
    {
        if (Registry.IsDisabled)
        {
            return [ProcessMetrics.Enabled(isEnabled: false)];
        }

        ProcessReport.Shared.IsRead();
        return SnapshotReader.ReadGuarded(Registry.Shared, QueueReaders.Shared);
    }

    /// <summary>Applies settings, which hold for the whole process.</summary>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public static void Configure(Action<CrossTierOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new CrossTierOptions(Registry.Shared));
    }
}
