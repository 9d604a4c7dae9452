namespace CrossTier.Generators.Emission;

/// <summary>What the interceptors of a kernel's calls ask the kernel.</summary>
internal static class KernelTemplate
{
    // The kernel's own selector is asked before the kernel asks it, since it answers the same; one of the application may count its answers.
    public const string Services = """

        file static class KernelServices
        {
            internal static bool Asks(global::Microsoft.SemanticKernel.KernelFunction? function) =>
                function is { UnderlyingMethod: null } && function.GetType().Name != "AIFunctionKernelFunction";

            internal static global::Microsoft.SemanticKernel.KernelFunction? Find(global::Microsoft.SemanticKernel.Kernel? kernel, string? plugin, string? function) =>
                kernel is not null && function is not null && global::Microsoft.SemanticKernel.KernelPluginExtensions.TryGetFunction(kernel.Plugins, plugin, function, out var found) ? found : null;

            internal static object? Of(global::Microsoft.SemanticKernel.Kernel? kernel, global::Microsoft.SemanticKernel.KernelFunction? function, global::Microsoft.SemanticKernel.KernelArguments? arguments)
            {
                try
                {
                    return kernel is null ? null
                        : Select<global::Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService>(kernel, function, arguments)
                        ?? Select<global::Microsoft.SemanticKernel.TextGeneration.ITextGenerationService>(kernel, function, arguments)
                        ?? (object?)global::System.Linq.Enumerable.LastOrDefault(kernel.GetAllServices<global::Microsoft.Extensions.AI.IChatClient>());
                }
                catch (global::System.Exception)
                {
                    return null; // Of a service that cannot be made the kernel itself tells its caller.
                }
            }

            static object? Select<TService>(global::Microsoft.SemanticKernel.Kernel kernel, global::Microsoft.SemanticKernel.KernelFunction? function, global::Microsoft.SemanticKernel.KernelArguments? arguments)
                where TService : class, global::Microsoft.SemanticKernel.Services.IAIService
            {
                var services = global::System.Linq.Enumerable.ToList(kernel.GetAllServices<TService>());
                return services.Count < 2 || arguments?.ExecutionSettings is null && function?.ExecutionSettings is null
                    ? services.Count == 0 ? null : services[services.Count - 1]
                    : kernel.ServiceSelector is var selector && selector.GetType().Assembly == typeof(global::Microsoft.SemanticKernel.Kernel).Assembly
                        && selector.TrySelectAIService<TService>(kernel, function!, arguments ?? [], out var service, out _) ? service : null;
            }
        }
        """;
}
