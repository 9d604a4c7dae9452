using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.SemanticKernel;

namespace CrossTier;

/// <summary>Adds CrossTier to the kernels of a service collection.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Measures the prompt functions of every kernel that takes its services from here. Registering it again changes nothing.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddCrossTier(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFunctionInvocationFilter, CrossTierFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPromptRenderFilter, CrossTierFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAutoFunctionInvocationFilter, CrossTierFilter>());
        return services;
    }
}
