using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Caches;

/// <summary>Five equal questions, of which one is a request: the others are answered by a cache.</summary>
public sealed class CacheTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_repeated_by_the_librarys_cache_is_no_request(bool streamed)
    {
        var model = new NamedClient("big") { ResponseId = "reply" };
        var client = Cached(model);
        var counted = await CountedAsync(() => AskAsync(client, "the same", streamed));
        Assert.Equal((1, 3, 2, 1), (counted.Requests, counted.Input, counted.Output, model.Asked));
        counted = await CountedAsync(() => AskAsync(client, "another", streamed));
        Assert.Equal((1, 2), (counted.Requests, model.Asked));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_middleware_above_a_cache_counts_what_was_asked(bool streamed)
    {
        var client = Cached(new NamedClient("big") { ResponseId = "reply" }).AsBuilder().UseCrossTier().Build();
        var counted = await CountedAsync(() => UnannotatedAsync(client, streamed));
        Assert.Equal((1, 3, 2), (counted.Requests, counted.Input, counted.Output));
        counted = await CountedAsync(() => AskAsync(client, "another", streamed));
        Assert.Equal((1, 3, 2), (counted.Requests, counted.Input, counted.Output));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_the_middleware_below_the_cache_no_id_is_needed(bool streamed)
    {
        var client = Cached(new NamedClient("big").AsBuilder().UseCrossTier().Build());
        var counted = await CountedAsync(() => AskAsync(client, "the same", streamed));
        Assert.Equal((1, 3, 2), (counted.Requests, counted.Input, counted.Output));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cache_of_your_own_tells_its_answers(bool streamed)
    {
        var client = new OwnCache(new NamedClient("big")).AsBuilder().UseLogging(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).Build();
        var counted = await CountedAsync(() => AskAsync(client, "the same", streamed));
        Assert.Equal((1, 3, 2), (counted.Requests, counted.Input, counted.Output));
    }

    [Fact]
    public async Task A_cache_that_throws_leaves_the_reply_and_counts_it()
    {
        var counted = await CountedAsync(() => AskAsync(new OwnCache(new NamedClient("big")) { Throws = true }, "the same", streamed: false));
        Assert.Equal(5, counted.Success);
    }

    [Fact]
    public async Task Explicit_labels_over_a_cached_and_an_uncached_client_hold_for_both()
    {
        var cached = Cached(new NamedClient("big") { ResponseId = "reply" });
        var plain = new NamedClient("small");
        var counted = await CountedAsync(async () =>
        {
            await ExplicitAsync(plain);
            await ExplicitAsync(cached);
        });
        Assert.Equal(new() { ["acme one"] = 6 }, counted.RequestsBy("provider", "model"));
    }

    [Fact]
    public async Task Replies_of_one_id_with_other_tokens_are_requests()
    {
        var client = Cached(new ConstantId());
        var before = Tally.Now();
        await AskAsync(client, "first", streamed: false);
        await AskAsync(client, "second", streamed: false);
        await AskAsync(client, "second", streamed: false);
        Assert.Equal((2, 3), (Tally.Now().Since(before).Requests, Tally.Now().Since(before).Input));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kernels_filter_that_answers_asks_nobody(bool measured)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.Add(new(typeof(IChatCompletionService), new NamedClient("big").AsChatCompletionService()));
        var kernel = builder.Build();
        var cache = new AnswerFilter();
        kernel.FunctionInvocationFilters.Add(cache);
        if (measured)
        {
            kernel.AddCrossTier();
        }

        var counted = await CountedAsync(() => KernelAsync(kernel));
        Assert.Equal((1, 3, 2, 4), (counted.Requests, counted.Input, counted.Output, cache.Answers));
    }

    static async Task<Tally> CountedAsync(Func<Task> ask)
    {
        var before = Tally.Now();
        for (var i = 0; i < 5; i++)
        {
            await ask();
        }

        var counted = Tally.Now().Since(before);
        Assert.Equal(before.InFlight, counted.InFlight);
        return counted;
    }

    [AiCall]
    static async Task AskAsync(IChatClient client, string question, bool streamed)
    {
        if (!streamed)
        {
            await client.GetResponseAsync(question, cancellationToken: Cancel);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync(question, cancellationToken: Cancel))
        {
        }
    }

    [AiCall("acme", "one")]
    static Task ExplicitAsync(IChatClient client) => client.GetResponseAsync("the same", cancellationToken: Cancel);

    [AiCall]
    static Task KernelAsync(Kernel kernel) => kernel.InvokePromptAsync("one", cancellationToken: Cancel);

    static async Task UnannotatedAsync(IChatClient client, bool streamed)
    {
        if (!streamed)
        {
            await client.GetResponseAsync("the same", cancellationToken: Cancel);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("the same", cancellationToken: Cancel))
        {
        }
    }

    static IChatClient Cached(IChatClient client) =>
        client.AsBuilder().UseDistributedCache(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()))).Build();

    sealed class ConstantId : IChatClient
    {
        int _asked;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { Usage = new() { InputTokenCount = ++_asked }, ResponseId = "1" });

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    sealed class AnswerFilter : IFunctionInvocationFilter
    {
        string? _answer;

        public int Answers { get; private set; }

        public async Task OnFunctionInvocationAsync(
            Microsoft.SemanticKernel.FunctionInvocationContext context,
            Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
        {
            if (_answer is null)
            {
                await next(context);
                _answer = context.Result.ToString();
                return;
            }

            Answers++;
            context.Result = new FunctionResult(context.Result, _answer);
        }
    }
}
