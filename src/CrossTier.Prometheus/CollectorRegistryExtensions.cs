using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Prometheus.Publishing;
using Prometheus;

namespace CrossTier;

/// <summary>Adds CrossTier's metrics to a prometheus-net registry.</summary>
public static class CollectorRegistryExtensions
{
    static readonly ConditionalWeakTable<CollectorRegistry, RegistryPublisher> Publishers = [];

    /// <summary>
    /// Publishes what was measured in this process, from its first call on, at each scrape of the registry. Several registries each get
    /// everything. Adding it to a registry again only applies the settings.
    /// </summary>
    /// <param name="registry">The registry, such as <see cref="Metrics.DefaultRegistry"/>.</param>
    /// <param name="configure">Sets what differs from the defaults. All but <see cref="CrossTierRegistryOptions.Exemplars"/> holds for the
    /// whole process.</param>
    /// <returns>The registry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="registry"/> is null.</exception>
    public static CollectorRegistry AddCrossTier(this CollectorRegistry registry, Action<CrossTierRegistryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var options = new CrossTierRegistryOptions();
        configure?.Invoke(options);
        var publisher = new RegistryPublisher(registry, options.Exemplars ? SampledRequests.Shared : null);
        if (Publishers.TryAdd(registry, publisher))
        {
            registry.AddBeforeCollectCallback(publisher.Publish);
            Exporters.Add("prometheus-net");
        }

        return registry;
    }
}
