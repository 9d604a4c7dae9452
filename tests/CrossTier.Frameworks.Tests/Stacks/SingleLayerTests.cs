using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>A program with one layer pays nothing for what several need.</summary>
public sealed class SingleLayerTests
{
    static readonly ChatMessage[] Messages = [new(ChatRole.User, "one")];

    [Fact]
    public void Annotated_calls_alone_allocate_nothing()
    {
        using var state = new LayerState();
        var client = new ReadyClient();
        Assert.Equal(0, BytesOf(() => Ask(client)));
    }

    [Fact]
    public void A_middleware_alone_allocates_nothing()
    {
        using var state = new LayerState();
        var client = new CrossTierChatClient(new ReadyClient());
        Assert.Equal(0, BytesOf(() => client.GetResponseAsync(Messages)));
    }

    [Fact]
    public void Annotated_calls_beside_a_partial_method_allocate_nothing()
    {
        using var state = new LayerState();
        new Scopes(new ReadyClient()).HelpedAsync();
        var client = new ReadyClient();
        Assert.Equal(0, BytesOf(() => Ask(client)));
    }

    [Fact]
    public void Two_layers_do_pay()
    {
        using var state = new LayerState();
        var client = new CrossTierChatClient(new CrossTierChatClient(new ReadyClient()));
        Assert.InRange(BytesOf(() => client.GetResponseAsync(Messages)), 1, 900);
    }

    [Fact]
    public async Task Each_layer_alone_counts_each_request()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "noon", "clock")] };
        using (new LayerState())
        {
            await Measure.Of(provider, () => Assistants.FirstAsync(Clients.Chat(provider).AsBuilder().UseFunctionInvocation().Build(), options), requests: 1);
        }

        using (new LayerState())
        {
            var client = Clients.Chat(provider).AsBuilder().UseFunctionInvocation().UseCrossTier().Build();
            await Measure.Of(provider, () => client.GetResponseAsync("one", options), requests: 2);
            await Measure.Of(provider, async () => await client.GetStreamingResponseAsync("one", options).ToChatResponseAsync(), requests: 2);
        }

        using (new LayerState())
        {
            var kernel = Kernels.Kernels.Of(provider, builder => Kernels.Kernels.AddTool(builder, () => "noon"));
            await Measure.Of(provider, () => kernel.InvokePromptAsync("one", new(Kernels.Kernels.WithTools)), requests: 2);
            await Measure.Of(
                provider,
                async () => await kernel.InvokePromptStreamingAsync<string>("one", new(Kernels.Kernels.WithTools)).ToListAsync(),
                requests: 2);
        }
    }

    [AiCall]
    static Task<ChatResponse> Ask(IChatClient client) => client.GetResponseAsync(Messages);

    static long BytesOf(Func<Task> call)
    {
        const int calls = 1000;
        for (var i = 0; i < calls; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }

    /// <summary>Has its answer ready.</summary>
    sealed class ReadyClient : IChatClient
    {
        static readonly Task<ChatResponse> Reply = Task.FromResult(new ChatResponse { Usage = new UsageDetails { InputTokenCount = 1, OutputTokenCount = 1 } });

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => Reply;

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ChatResponseUpdate>();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
