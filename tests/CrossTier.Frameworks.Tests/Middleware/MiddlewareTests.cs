using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;

namespace CrossTier.Frameworks.Tests.Middleware;

public sealed class MiddlewareTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Embeddings_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var generator = Clients.OpenAI(provider).GetEmbeddingClient("embed-small").AsIEmbeddingGenerator().AsBuilder().UseCrossTier().UseCrossTier().Build();
        var counted = await Measure.Of(provider, () => generator.GenerateAsync(["one two", "three"], cancellationToken: Cancel));
        Assert.Equal(new() { ["openai-compatible embed-small success"] = 1 }, counted.RequestsBy("provider", "model", "status"));
    }

    [Fact]
    public async Task A_usage_is_what_the_response_says()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 3 });
        var client = Clients.Chat(provider).AsBuilder().UseCrossTier().Build();
        var before = Tally.Now();
        var reply = await client.GetStreamingResponseAsync("one two", cancellationToken: Cancel).ToChatResponseAsync(Cancel);
        var counted = Tally.Now().Since(before);
        Assert.Equal((reply.Usage!.InputTokenCount!.Value, reply.Usage.OutputTokenCount!.Value, 1L), (counted.Input, counted.Output, counted.FirstTokens));
        Assert.Equal(new() { ["cached_input"] = 1, ["reasoning_output"] = 3 }, counted.By(MetricDefinitions.TokenDetails, "detail"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_without_usage_is_counted_as_missing(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { OmitUsage = true });
        var client = Clients.Chat(provider).AsBuilder().UseCrossTier().Build();
        var counted = await Measure.Of(
            provider,
            async () => _ = streamed ? await client.GetStreamingResponseAsync("one").ToChatResponseAsync() : await client.GetResponseAsync("one"));
        Assert.Equal((1, 1), (counted.Success, counted.UsageMissing));
    }

    [Fact]
    public async Task Two_registrations_count_once()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider)
            .AsBuilder()
            .UseCrossTier()
            .UseCrossTier()
            .UseLogging(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)
            .UseCrossTier()
            .Build();
        await Measure.Of(provider, () => client.GetResponseAsync("one", cancellationToken: Cancel));
        await Measure.Of(provider, async () => await client.GetStreamingResponseAsync("one", cancellationToken: Cancel).ToChatResponseAsync(Cancel));
    }

    [Fact]
    public async Task Retries_of_the_SDK_belong_to_the_request()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, retries: 2).AsBuilder().UseCrossTier().Build();
        provider.Options.ErrorRate = 0.5;
        var counted = await Measure.Of(
            provider,
            async () =>
            {
                await client.GetResponseAsync("one", cancellationToken: Cancel);
                await client.GetResponseAsync("one", cancellationToken: Cancel);
            },
            requests: 2);
        Assert.Equal(2, counted.Success);
        Assert.Equal(3, (await provider.SettledAsync(Cancel)).Requests);
    }

    [Fact]
    public async Task A_cache_above_answers_without_a_request()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider).AsBuilder().UseDistributedCache(new DictionaryCache()).UseCrossTier().Build();
        var counted = await Measure.Of(provider, async () =>
        {
            await Ask();
            await Ask();
        });
        Assert.Equal(1, counted.Requests);

        [AiCall]
        Task<ChatResponse> Ask() => client.GetResponseAsync("one", cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_deadline_of_the_client_is_a_time_out_and_the_callers_token_a_cancellation()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMinutes(1) });
        var client = Clients.Chat(provider).AsBuilder().UseCrossTier().Use(inner => new DeadlineClient(inner, provider)).Build();
        var counted = await Measure.Of(
            provider,
            () => Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("one", cancellationToken: Cancel)));
        Assert.Equal(new() { ["timeout"] = 1 }, counted.By(MetricDefinitions.Errors, "error"));

        client = Clients.Chat(provider).AsBuilder().UseCrossTier().Build();
        await using var stop = new Stop(provider, Cancel);
        counted = await Measure.Of(
            provider,
            () => Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("one", cancellationToken: stop.Token)));
        Assert.Equal((1, 0), (counted.Cancelled, counted.Failure));
    }

    sealed class DeadlineClient(IChatClient inner, SimulatedProvider provider) : DelegatingChatClient(inner)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            await using var deadline = new Stop(provider, cancellationToken);
            return await base.GetResponseAsync(messages, options, deadline.Token);
        }
    }

    sealed class DictionaryCache : IDistributedCache
    {
        readonly Dictionary<string, byte[]> _entries = [];

        public byte[]? Get(string key) => _entries.GetValueOrDefault(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => _entries.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _entries[key] = value;

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }
    }
}
