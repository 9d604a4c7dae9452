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
    /// The service that the kernel has chosen. Its own selector is asked again, since it answers the same, where its container hands out what it
    /// has made for the kernel: nothing is made for us. A selector of the application may count its answers, so it is not asked: the service is
    /// known if there is only one.
    /// </summary>
    static object? Find(SkInvocation context)
    {
        var services = context.Kernel.Services;
        if (!ContainerServices.Keeps(services, typeof(IAIServiceSelector)) || !ContainerServices.Keeps(services, typeof(IChatCompletionService)))
        {
            return null;
        }

        var selector = context.Kernel.ServiceSelector;
        return selector.GetType().Assembly == typeof(Kernel).Assembly ? Selected(context, selector) : OnlyOne(services);
    }

    static object? Selected(SkInvocation context, IAIServiceSelector selector)
    {
        var (kernel, function, arguments) = (context.Kernel, context.Function, context.Arguments);
        return selector.TrySelectAIService<IChatCompletionService>(kernel, function, arguments, out var chat, out _) ? chat
            : !ContainerServices.Keeps(kernel.Services, typeof(ITextGenerationService)) ? null
            : selector.TrySelectAIService<ITextGenerationService>(kernel, function, arguments, out var text, out _) ? text
            : ContainerServices.Keeps(kernel.Services, typeof(IChatClient)) && selector is IChatClientSelector clients
                && clients.TrySelectChatClient<IChatClient>(kernel, function, arguments, out var client, out _) ? client
            : null;
    }

    static object? OnlyOne(IServiceProvider services)
    {
        Type[] registered =
        [
            .. new[] { typeof(IChatCompletionService), typeof(ITextGenerationService), typeof(IChatClient) }
                .Where(type => ContainerServices.CountOf(services, type) > 0),
        ];
        return registered is [var type] && ContainerServices.CountOf(services, type) == 1 && ContainerServices.Keeps(services, type)
            ? services.GetService(type)
            : null;
    }

    static ServiceLabels LabelsOf(object service)
    {
        if (MockedClient.Is(service))
        {
            return new(default);
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
