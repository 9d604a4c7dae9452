using Microsoft.SemanticKernel;

namespace CrossTier;

/// <summary>Adds CrossTier to a kernel that exists.</summary>
public static class KernelExtensions
{
    /// <summary>Measures the prompt functions of this kernel from now on. A kernel that is measured already stays as it is.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The kernel.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kernel"/> is null.</exception>
    public static Kernel AddCrossTier(this Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var filter = kernel.FunctionInvocationFilters.OfType<CrossTierFilter>().FirstOrDefault() ?? new CrossTierFilter();
        Add(kernel.FunctionInvocationFilters, filter);
        Add(kernel.PromptRenderFilters, filter);
        Add(kernel.AutoFunctionInvocationFilters, filter);
        return kernel;
    }

    static void Add<TFilter>(IList<TFilter> filters, TFilter filter)
        where TFilter : class
    {
        if (!filters.Any(known => known is CrossTierFilter))
        {
            filters.Add(filter);
        }
    }
}
