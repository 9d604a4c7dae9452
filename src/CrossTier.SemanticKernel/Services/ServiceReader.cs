using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Protocols;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;
using Microsoft.SemanticKernel.TextGeneration;
using SkInvocation = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace CrossTier.SemanticKernel.Services;

/// <summary>Reads provider, model and endpoint of the service that a prompt function uses.</summary>
static class ServiceReader
{
    static readonly ConditionalWeakTable<object, ServiceLabels> Known = [];

    public static ClientLabels Read(SkInvocation context)
    {
        try
        {
            return Find(context) is { } service ? Known.GetValue(service, LabelsOf).Labels : default;
        }
        catch (Exception e) when (e is KernelException or InvalidOperationException or NotSupportedException)
        {
            return default; // The kernel's own selection reports it to the caller.
        }
    }

    /// <summary>
    /// The service that the kernel chooses. The kernel's own selector is asked again, since it answers the same; one of the application may
    /// count its answers, so it is not asked: the service is known if there is only one.
    /// </summary>
    public static object? Find(SkInvocation context)
    {
        var (kernel, function, arguments) = (context.Kernel, context.Function, context.Arguments);
        var selector = kernel.ServiceSelector;
        if (selector.GetType().Assembly != typeof(Kernel).Assembly)
        {
            return OnlyOne(kernel);
        }

        return selector.TrySelectAIService<IChatCompletionService>(kernel, function, arguments, out var chat, out _) ? chat
            : selector.TrySelectAIService<ITextGenerationService>(kernel, function, arguments, out var text, out _) ? text
            : selector is IChatClientSelector clients && clients.TrySelectChatClient<IChatClient>(kernel, function, arguments, out var client, out _) ? client
            : null;
    }

    static object? OnlyOne(Kernel kernel)
    {
        var all = kernel.GetAllServices<IChatCompletionService>().Cast<object>()
            .Concat(kernel.GetAllServices<ITextGenerationService>())
            .Concat(kernel.GetAllServices<IChatClient>())
            .Distinct(ReferenceEqualityComparer.Instance)
            .Take(2)
            .ToList();
        return all.Count == 1 ? all[0] : null;
    }

    static ServiceLabels LabelsOf(object service)
    {
        if (service.GetType().Assembly.IsDynamic)
        {
            return new(default); // A mock notes what it is asked, and verifies it.
        }

        if (service is IAIService connector)
        {
            return new(ConnectorLabels.Of(
                connector, connector.Attributes, ConnectorNames.Namespace, ConnectorNames.Endpoint, ConnectorNames.Model, ConnectorNames.Deployment));
        }

        var metadata = (service as IChatClient)?.GetService<ChatClientMetadata>();
        return new(new ClientLabels(metadata?.ProviderName, metadata?.DefaultModelId, metadata?.ProviderUri));
    }

    sealed record ServiceLabels(ClientLabels Labels);
}
