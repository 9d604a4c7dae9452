namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::Microsoft.Extensions.AI;
using global::Microsoft.Extensions.DependencyInjection;
using global::Microsoft.SemanticKernel;
using global::Microsoft.SemanticKernel.ChatCompletion;
using global::Microsoft.SemanticKernel.Services;
using global::Microsoft.SemanticKernel.TextGeneration;
using global::System;
using global::System.Collections.Generic;
using global::System.Linq;

// What the interceptors of a kernel's calls ask the kernel: whether a function is a prompt, and which service it chooses.
[global::Microsoft.CodeAnalysis.Embedded]
static class KernelServices
{
    internal static bool Asks(KernelFunction? function) =>
        CallSite.IsEnabled && function is { UnderlyingMethod: null } && function.GetType().Name != "AIFunctionKernelFunction";

    internal static KernelFunction? Find(Kernel? kernel, string? plugin, string? function) =>
        CallSite.IsEnabled && kernel is not null && function is not null
            && KernelPluginExtensions.TryGetFunction(kernel.Plugins, plugin, function, out var found) ? found : null;

    internal static object? Of(Kernel? kernel, KernelFunction? function, KernelArguments? arguments)
    {
        try
        {
            return kernel is null || !CallSite.IsEnabled ? null : Chosen(kernel, function, arguments);
        }
        catch (Exception)
        {
            return null; // The kernel itself reports to its caller a service that cannot be made.
        }
    }

    // Apart, so that a type whose assembly is missing is met within the guard. The kernel's own selector is asked before the kernel asks it, since it
    // answers the same, and only for what the container makes once: then nothing is made that the kernel does not make. One of the application may
    // count its answers.
    static object? Chosen(Kernel kernel, KernelFunction? function, KernelArguments? arguments)
    {
        var services = kernel.Services;
        if (!ContainerServices.Keeps(services, typeof(IAIServiceSelector)) || kernel.ServiceSelector.GetType().Assembly != typeof(Kernel).Assembly)
        {
            return null;
        }

        return !ContainerServices.Keeps(services, typeof(IChatCompletionService)) ? null
            : Select<IChatCompletionService>(kernel, function, arguments) is { } chat ? chat
            : !ContainerServices.Keeps(services, typeof(ITextGenerationService)) ? null
            : Select<ITextGenerationService>(kernel, function, arguments) is { } text ? text
            : ContainerServices.Keeps(services, typeof(IChatClient)) ? Client(kernel, arguments?.ExecutionSettings ?? function?.ExecutionSettings)
            : null;
    }

    // An inline prompt is made a function by the kernel, with the settings of the arguments.
    static TService? Select<TService>(Kernel kernel, KernelFunction? function, KernelArguments? arguments)
        where TService : class, IAIService =>
        function is null && arguments?.ExecutionSettings is null ? Enumerable.LastOrDefault(kernel.GetAllServices<TService>())
        : kernel.ServiceSelector.TrySelectAIService<TService>(kernel, function!, arguments ?? [], out var service, out _) ? service
        : null;

    // As the selector of a version does that knows these clients.
    static IChatClient? Client(Kernel kernel, IReadOnlyDictionary<string, PromptExecutionSettings>? settings)
    {
        var isAny = settings is null or { Count: 0 };
        foreach (var id in settings?.Keys ?? Array.Empty<string>())
        {
            if (id.Length == 0 || string.Equals(id, PromptExecutionSettings.DefaultServiceId, StringComparison.OrdinalIgnoreCase))
            {
                isAny = true;
            }
            else if ((kernel.Services as IKeyedServiceProvider)?.GetKeyedService(typeof(IChatClient), id) is IChatClient client)
            {
                return client;
            }
        }

        return isAny ? Enumerable.LastOrDefault(kernel.GetAllServices<IChatClient>()) : null;
    }
}
