using CrossTier.CompilerServices;
using CrossTier.Hosting;
using OpenTelemetry.Trace;

namespace CrossTier;

/// <summary>Adds CrossTier's spans to an OpenTelemetry tracer provider.</summary>
public static class TracerProviderBuilderExtensions
{
    /// <summary>
    /// Exports a span of each request that is measured in this process, with model, tokens, cost, status and time to the first chunk; never
    /// with anything of what was asked or answered. Where another library makes a span of the same request, ours stands back.
    /// </summary>
    /// <param name="builder">The builder of the provider.</param>
    /// <param name="configure">Sets what differs from the defaults, for the whole process.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TracerProviderBuilder AddCrossTier(this TracerProviderBuilder builder, Action<CrossTierTracerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new CrossTierTracerOptions();
        configure?.Invoke(options);
        Spans.IsLatest = options.UseLatestConventions;
        (builder as IDeferredTracerProviderBuilder)?.Configure((services, _) => HostLogger.Use(services));
        return builder.AddSource(Spans.SourceName);
    }
}
