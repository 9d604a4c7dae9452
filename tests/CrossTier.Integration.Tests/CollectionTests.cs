using System.ClientModel;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using OpenAI.Chat;

namespace CrossTier.Integration.Tests;

/// <summary>The collections that the OpenAI SDK returns stay what they are: pages, protocol members and laziness.</summary>
public sealed class CollectionTests
{
    static readonly ChatMessage[] Hello = [new UserChatMessage("one two three")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [AiCall("collection", "raw")]
    public async Task Raw_pages_are_the_inner_ones()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "raw");
        List<ClientResult> pages = [];
        var stream = client.CompleteChatStreamingAsync(Hello);
        await foreach (var page in stream.GetRawPagesAsync())
        {
            pages.Add(page);
            Assert.Null(stream.GetContinuationToken(page));
            using var body = new StreamReader(page.GetRawResponse().ContentStream!);
            Assert.EndsWith("data: [DONE]\n\n", await body.ReadToEndAsync(Cancel));
        }

        foreach (var page in client.CompleteChatStreaming(Hello).GetRawPages())
        {
            pages.Add(page);
            Assert.Equal(200, page.GetRawResponse().Status);
            page.GetRawResponse().Dispose();
        }

        Assert.Equal(2, pages.Count);
        Assert.Equal((2, 0), (Recorded.Of("collection", "raw").Success, Recorded.Of("collection", "raw").InFlight));
    }

    [Fact]
    [AiCall("collection", "lazy")]
    public async Task Nothing_is_asked_before_it_is_read()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "lazy");
        var stream = client.CompleteChatStreamingAsync(Hello);
        var sequence = client.CompleteChatStreaming(Hello);
        _ = stream.GetAsyncEnumerator(Cancel);
        _ = sequence.GetEnumerator();
        Assert.Equal((0, 0), ((await provider.SettledAsync(Cancel)).Requests, Recorded.Of("collection", "lazy").Requests));
        Assert.IsAssignableFrom<AsyncCollectionResult<StreamingChatCompletionUpdate>>(stream);
        Assert.IsAssignableFrom<CollectionResult<StreamingChatCompletionUpdate>>(sequence);
    }

    [Fact]
    [AiCall("collection", "twice")]
    public async Task Each_enumeration_is_a_request_also_two_at_once()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 20, ChunkDelay = TimeSpan.FromMilliseconds(1) });
        var stream = Clients.Chat(provider, "twice").CompleteChatStreamingAsync(Hello);
        await Read(stream);
        await Task.WhenAll(Read(stream), Read(stream));
        var (counts, recorded) = (await provider.SettledAsync(Cancel), Recorded.Of("collection", "twice"));
        Assert.Equal((3, 3, 3), (counts.Requests, recorded.Success, recorded.FirstTokens));
        Assert.Equal((counts.Tokens("twice").Input, counts.Tokens("twice").Output), (recorded.Input, recorded.Output));

        static async Task Read(AsyncCollectionResult<StreamingChatCompletionUpdate> stream)
        {
            await foreach (var _ in stream)
            {
            }
        }
    }

    [Fact]
    [AiCall("collection", "stopped")]
    public async Task Who_stops_reading_cancels()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 50 });
        var client = Clients.Chat(provider, "stopped");
        await foreach (var _ in client.CompleteChatStreamingAsync(Hello))
        {
            break;
        }

        _ = client.CompleteChatStreaming(Hello).First();
        var recorded = Recorded.Of("collection", "stopped");
        Assert.Equal((0, 0, 2, 0), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight));
        Assert.Equal(2, recorded.UsageMissing);
    }

    [Fact]
    [AiCall("collection", "token")]
    public async Task A_token_of_the_enumeration_does_what_it_does_without_us()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 20, ChunkDelay = TimeSpan.FromMilliseconds(1) });
        var client = Clients.Chat(provider, "token");
        var without = await Read(Ignored(client));
        Assert.Equal(without, await Read(client.CompleteChatStreamingAsync(Hello)));
        var recorded = Recorded.Of("collection", "token");
        Assert.Equal((without.Thrown is null ? 1 : 0, without.Thrown is null ? 0 : 1, 0), (recorded.Success, recorded.Cancelled, recorded.InFlight));

        [AiIgnore("what the SDK does itself")]
        static AsyncCollectionResult<StreamingChatCompletionUpdate> Ignored(ChatClient client) => client.CompleteChatStreamingAsync(Hello);

        static async Task<(int Chunks, Type? Thrown)> Read(AsyncCollectionResult<StreamingChatCompletionUpdate> stream)
        {
            var chunks = 0;
            using var stop = new CancellationTokenSource();
            try
            {
                await foreach (var _ in stream.WithCancellation(stop.Token))
                {
                    chunks++;
                    await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException e)
            {
                return (chunks, e.GetType());
            }

            return (chunks, null);
        }
    }

    [Fact]
    [AiCall("collection", "caller")]
    public async Task The_token_of_the_caller_cancels()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 50, ChunkDelay = TimeSpan.FromMilliseconds(20) });
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Clients.Chat(provider, "caller").CompleteChatStreamingAsync(Hello, cancellationToken: stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.Equal((1, 0), (Recorded.Of("collection", "caller").Cancelled, Recorded.Of("collection", "caller").InFlight));
    }

    [Fact]
    [AiCall("collection", "cut")]
    public async Task A_stream_that_is_cut_after_200_failed_with_the_usage_that_came()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { FailStreamAfterChunks = 3 });
        var client = Clients.Chat(provider, "cut");
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var _ in client.CompleteChatStreamingAsync(Hello))
            {
            }
        });
        Assert.ThrowsAny<Exception>(() => client.CompleteChatStreaming(Hello).Count());
        Assert.Equal(
            ("network 2", 2, 0),
            (Recorded.Errors("collection", "cut"), Recorded.Of("collection", "cut").Failure, Recorded.Of("collection", "cut").InFlight));
    }

    [Fact]
    [AiCall("collection", "refused")]
    public async Task A_refusal_is_the_exception_of_the_SDK()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = 429 });
        var client = Clients.Chat(provider, "refused");
        var thrown = await Assert.ThrowsAsync<ClientResultException>(async () => await client.CompleteChatStreamingAsync(Hello)
            .GetAsyncEnumerator(Cancel)
            .MoveNextAsync());
        Assert.Equal(429, thrown.Status);
        Assert.Equal(429, Assert.Throws<ClientResultException>(() => client.CompleteChatStreaming(Hello).First()).Status);
        Assert.Equal("rate_limited 2", Recorded.Errors("collection", "refused"));
    }
}
