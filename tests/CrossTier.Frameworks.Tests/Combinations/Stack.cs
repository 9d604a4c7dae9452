using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>
/// A program with some of the layers: partial method, kernel with filter, annotated call, middleware above and below function invocation, the
/// OpenAI SDK. Without any layer below the filter, the kernel uses its OpenAI connector.
/// </summary>
sealed class Stack
{
    readonly Layers _layers;
    readonly IChatClient _client;
    readonly ChatOptions _options;
    readonly KernelFunction _function;
    readonly Kernel _kernel;
    readonly PartialCalls _partial;

    public Stack(SimulatedProvider provider, Layers layers, Action toolCalled, int retries = 0)
    {
        _layers = layers;
        _options = new ChatOptions { Tools = [AIFunctionFactory.Create(Tool, "clock")] };
        _client = Pipeline(Clients.Chat(provider, retries: retries));
        _kernel = KernelOf(provider, retries);
        _function = KernelFunctionFactory.CreateFromPrompt(
            "one two three",
            new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() },
            "ask");
        _function = KernelPluginFactory.CreateFromFunctions("Chat", [_function])["ask"];
        _partial = new PartialCalls(AskBelowAsync, StreamBelow);

        string Tool()
        {
            toolCalled();
            return "noon";
        }

        Kernel KernelOf(SimulatedProvider server, int times)
        {
            var builder = Kernel.CreateBuilder();
            if ((layers & ~Layers.Partial) == Layers.Filter)
            {
                builder.AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(server, times));
            }
            else
            {
                builder.Services.AddSingleton(layers.HasFlag(Layers.Annotated) ? new RouterClient(_client) : _client);
            }

            if (layers.HasFlag(Layers.Filter))
            {
                builder.AddCrossTier();
            }

            builder.Plugins.AddFromFunctions("tools", [KernelFunctionFactory.CreateFromMethod(Tool, "clock")]);
            return builder.Build();
        }
    }

    public Task<ChatResponse> AskAsync(CancellationToken cancellationToken) =>
        _layers.HasFlag(Layers.Partial) ? _partial.AskAsync(cancellationToken) : AskBelowAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> Stream(CancellationToken cancellationToken) =>
        _layers.HasFlag(Layers.Partial) ? _partial.Stream(cancellationToken) : StreamBelow(cancellationToken);

    static List<ChatMessage> Messages => [new(ChatRole.User, "one two three")];

    async Task<ChatResponse> AskBelowAsync(CancellationToken cancellationToken)
    {
        if (_layers.HasFlag(Layers.Filter))
        {
            return (await _kernel.InvokeAsync(_function, cancellationToken: cancellationToken)).GetValue<ChatResponse>()!;
        }

        return _layers.HasFlag(Layers.Annotated)
            ? await AnnotatedCalls.AskAsync(_client, Messages, _options, cancellationToken)
            : await _client.GetResponseAsync(Messages, _options, cancellationToken);
    }

    IAsyncEnumerable<ChatResponseUpdate> StreamBelow(CancellationToken cancellationToken)
    {
        if (_layers.HasFlag(Layers.Filter))
        {
            return _kernel.InvokeStreamingAsync<ChatResponseUpdate>(_function, cancellationToken: cancellationToken);
        }

        return _layers.HasFlag(Layers.Annotated)
            ? AnnotatedCalls.Stream(_client, Messages, _options, cancellationToken)
            : _client.GetStreamingResponseAsync(Messages, _options, cancellationToken);
    }

    IChatClient Pipeline(IChatClient client)
    {
        var builder = client.AsBuilder();
        if (_layers.HasFlag(Layers.MiddlewareAbove))
        {
            builder.UseCrossTier();
        }

        builder.UseKernelFunctionInvocation();
        if (_layers.HasFlag(Layers.MiddlewareBelow))
        {
            builder.UseCrossTier();
        }

        return builder.Build();
    }
}
