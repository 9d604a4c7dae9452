using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A prompt function of a kernel, without an annotation.</summary>
sealed class KernelClient : IChatClient
{
    readonly Kernel _kernel;
    readonly KernelFunction _function;

    public KernelClient(IChatClient model, IChatClient? asked, bool isMeasured)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(new DescribedClient(model));
        if (isMeasured)
        {
            builder.AddCrossTier();
        }

        if (asked is not null)
        {
            builder.Plugins.AddFromFunctions(
                "tools",
                [KernelFunctionFactory.CreateFromMethod(async (CancellationToken stop) => (await AnnotatedClient.AskAsync(asked, stop)).Text, "ask")]);
        }

        _kernel = builder.Build();
        _function = KernelFunctionFactory.CreateFromPrompt(asked is null ? "one two" : "one {{tools.ask}}", functionName: "prompt");
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        (await _kernel.InvokeAsync(_function, cancellationToken: cancellationToken)).GetValue<ChatResponse>()!;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _kernel.InvokeStreamingAsync<ChatResponseUpdate>(_function, cancellationToken: cancellationToken))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
