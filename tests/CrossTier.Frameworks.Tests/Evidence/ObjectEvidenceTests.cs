using System.Net;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>A reply or an exception that holds the one that was recorded below is that request, where neither an id nor the usage tells.</summary>
public sealed class ObjectEvidenceTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static IChatClient Measured => new NamedClient("big").AsBuilder().UseCrossTier().Build();

    [Theory]
    [InlineData(false, true, 1, 3)]
    [InlineData(true, true, 1, 3)]
    [InlineData(false, false, 2, 73)]
    [InlineData(true, false, 2, 73)]
    public async Task A_reply_that_holds_the_one_below_is_the_same_request(bool streamed, bool holds, int requests, int input)
    {
        var before = Tally.Now();
        await AskAsync(new RemadeClient(Measured, holds), streamed);
        var counted = Tally.Now().Since(before);
        Assert.Equal((requests, input, before.InFlight), (counted.Success, counted.Input, counted.InFlight));
    }

    [Theory]
    [InlineData(true, 1, 3)]
    [InlineData(false, 2, 73)]
    public async Task A_kernels_content_that_holds_the_reply_below_is_the_same_request(bool holds, int requests, int input)
    {
        var before = Tally.Now();
        await AskAsync(new HeldService(Measured, holds));
        var counted = Tally.Now().Since(before);
        Assert.Equal((requests, input, before.InFlight), (counted.Success, counted.Input, counted.InFlight));
    }

    public static TheoryData<string, int> Exceptions => new() { { "inner", 1 }, { "deep", 1 }, { "aggregated", 1 }, { "new", 2 } };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_that_holds_the_one_below_is_the_same_request(string kind, int requests)
    {
        var failing = new FailingClient().AsBuilder().UseCrossTier().Build();
        var before = Tally.Now();
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(new ThrowingClient(failing, below => Made(kind, below)), streamed: false));
        var counted = Tally.Now().Since(before);
        Assert.Equal((requests, before.InFlight), (counted.Failure, counted.InFlight));
    }

    static Exception Made(string kind, Exception below) => kind switch
    {
        "inner" => new InvalidOperationException("no answer", below),
        "deep" => new InvalidOperationException("no answer", new InvalidOperationException("not asked", below)),
        "aggregated" => new AggregateException(new TimeoutException(), below),
        _ => new InvalidOperationException("no answer"),
    };

    [AiCall]
    static async Task AskAsync(IChatClient client, bool streamed)
    {
        if (!streamed)
        {
            await client.GetResponseAsync("one", cancellationToken: Cancel);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("one", cancellationToken: Cancel))
        {
        }
    }

    [AiCall]
    static Task AskAsync(IChatCompletionService service) => service.GetChatMessageContentAsync("one", cancellationToken: Cancel);

    sealed class FailingClient : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            throw new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests);
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
