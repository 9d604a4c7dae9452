using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrossTier.Exposition;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>
/// Instruments of other meters under names of ours. OpenTelemetry keeps meters apart, but a back end that drops the scope mixes their values.
/// </summary>
static class InstrumentClashes
{
    static readonly HashSet<string> Names = new(MetricDefinitions.All.Select(definition => definition.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names each that there is by now.</summary>
    public static void Report()
    {
        var clashes = new ConcurrentDictionary<string, string>(); // Meters of other threads may be made meanwhile.
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name != ContractMeter.Name && Names.Contains(instrument.Name))
                {
                    clashes.TryAdd(instrument.Name, instrument.Meter.Name);
                }
            },
        };
        listener.Start();
        foreach (var (name, meter) in clashes)
        {
            PublishingErrors.ReportClash(name, $"the meter '{meter}'");
        }
    }
}
