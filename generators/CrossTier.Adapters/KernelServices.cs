namespace CrossTier.Generated.Adapters;

using global::Microsoft.Extensions.AI;
using global::Microsoft.SemanticKernel;
using global::Microsoft.SemanticKernel.ChatCompletion;
using global::Microsoft.SemanticKernel.Services;
using global::Microsoft.SemanticKernel.TextGeneration;
using global::System;
using global::System.Linq;

// What the interceptors of a kernel's calls ask the kernel: whether a function is a prompt, and which service it chooses.
[global::Microsoft.CodeAnalysis.Embedded]
static class KernelServices
{
    internal static bool Asks(KernelFunction? function) => function is { UnderlyingMethod: null } && function.GetType().Name != "AIFunctionKernelFunction";

    internal static KernelFunction? Find(Kernel? kernel, string? plugin, string? function) =>
        kernel is not null && function is not null && KernelPluginExtensions.TryGetFunction(kernel.Plugins, plugin, function, out var found) ? found : null;

    internal static object? Of(Kernel? kernel, KernelFunction? function, KernelArguments? arguments)
    {
        try
        {
            return kernel is null ? null : Choose(kernel, function, arguments);
        }
        catch (Exception)
        {
            return null; // The kernel itself reports to its caller a service that cannot be made.
        }
    }

    // Apart, so that a type whose assembly is missing is met within the guard.
    static object? Choose(Kernel kernel, KernelFunction? function, KernelArguments? arguments) =>
        Select<IChatCompletionService>(kernel, function, arguments)
        ?? Select<ITextGenerationService>(kernel, function, arguments)
        ?? (object?)Enumerable.LastOrDefault(kernel.GetAllServices<IChatClient>());

    // The kernel's own selector is asked before the kernel asks it, since it answers the same; one of the application may count its answers.
    static object? Select<TService>(Kernel kernel, KernelFunction? function, KernelArguments? arguments)
        where TService : class, IAIService
    {
        var services = Enumerable.ToList(kernel.GetAllServices<TService>());
        if (services.Count < 2 || (arguments?.ExecutionSettings is null && function?.ExecutionSettings is null))
        {
            return services.Count == 0 ? null : services[services.Count - 1];
        }

        var selector = kernel.ServiceSelector;
        return selector.GetType().Assembly == typeof(Kernel).Assembly
            && selector.TrySelectAIService<TService>(kernel, function!, arguments ?? [], out var service, out _)
            ? service
            : null;
    }
}
