using CrossTier.CompilerServices;
using CrossTier.Hosting;
using CrossTier.OpenTelemetry.Metering;
using OpenTelemetry.Metrics;

namespace CrossTier;

/// <summary>Adds CrossTier's metrics to an OpenTelemetry meter provider.</summary>
public static class MeterProviderBuilderExtensions
{
    /// <summary>
    /// Publishes what is measured in this process through each reader of the provider, by the meter <c>CrossTier</c>. Counters and gauges
    /// cover the whole process, from its first call on; the histograms are recorded in the call and begin with the provider.
    /// </summary>
    /// <param name="builder">The builder of the provider.</param>
    /// <param name="configure">
    /// Sets what differs from the defaults. All but <see cref="CrossTierMeterOptions.GenAI"/> and its conventions holds for the whole process.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="CrossTierMeterOptions.GenAI"/> is set to none of its values.</exception>
    public static MeterProviderBuilder AddCrossTier(this MeterProviderBuilder builder, Action<CrossTierMeterOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new CrossTierMeterOptions();
        configure?.Invoke(options);
        var genAI = options.UseLatestConventions ? GenAILatestMeter.Name : GenAIMeter.Name;
        builder = options.GenAI switch
        {
            GenAIConventions.Off => builder.AddMeter(ContractMeter.Name),
            GenAIConventions.On => builder.AddMeter(genAI),
            GenAIConventions.Both => builder.AddMeter(ContractMeter.Name, genAI),
            _ => throw new ArgumentOutOfRangeException(nameof(configure), options.GenAI, $"{nameof(CrossTierMeterOptions.GenAI)} is none of Off, On and Both."),
        };
        Exporters.Add("OpenTelemetry");
        (builder as IDeferredMeterProviderBuilder)?.Configure((services, _) => HostLogger.Use(services));
        return builder.AddInstrumentation(() => new Instrumentation());
    }
}
