using Microsoft.SemanticKernel;

namespace CrossTier;

/// <summary>Adds CrossTier to a kernel that is being built.</summary>
public static class KernelBuilderExtensions
{
    /// <summary>Measures the prompt functions of the kernel. Services may be added before or after.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IKernelBuilder AddCrossTier(this IKernelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddCrossTier();
        return builder;
    }
}
