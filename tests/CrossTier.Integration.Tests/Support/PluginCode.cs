using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests.Support;

/// <summary>What a plug-in does: each a measured call of a client and types that are its own.</summary>
[AiCall]
public static class PluginCode
{
    [AiQueue("plug-in")]
    static int Waiting => 3;

    public static async Task Call() => await new FakeChatClient("plug-in", "call").GetResponseAsync("hello");

    public static async Task Stream()
    {
        await foreach (var update in new FakeChatClient("plug-in", "stream").GetStreamingResponseAsync("hello"))
        {
            Assert.NotNull(update);
        }
    }

    public static async Task Abandon()
    {
        var updates = new FakeChatClient("plug-in", "abandon").GetStreamingResponseAsync("hello").GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        await updates.DisposeAsync();
    }

    public static Task Queue()
    {
        var queue = new Queued();
        AiQueues.Join(queue);
        Assert.Equal(2, Recorded.QueueDepth("plug-in-instance", "default"));
        Assert.NotEqual(0, Waiting);
        GC.KeepAlive(queue);
        return Task.CompletedTask;
    }

    public static async Task Fail() =>
        await Assert.ThrowsAsync<PluginException>(() => new FailingChatClient().GetResponseAsync("hello"));

    internal sealed class Queued
    {
        [AiQueue("plug-in-instance")]
        public int Length { get; } = 2;
    }

    sealed class PluginException : Exception
    {
        public int Status { get; } = 503;

        public string ErrorType { get; } = "overloaded_error";

        public object? GetRawResponse() => null;
    }

    sealed class FailingChatClient : DelegatingChatClient
    {
        public FailingChatClient()
            : base(new FakeChatClient("plug-in", "fail"))
        {
        }

        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromException<ChatResponse>(new PluginException());
    }
}
