using System.ClientModel;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;

namespace CrossTier.Integration.Tests;

/// <summary>What fails, fails as before, and is counted by its kind.</summary>
public sealed class FailureTests
{
    static readonly ChatMessage[] Hello = [new UserChatMessage("hello")];

    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "auth")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "unavailable")]
    [InlineData(503, "unavailable")]
    [InlineData(504, "timeout")]
    [AiCall("failing status")]
    public async Task An_answer_that_is_an_error(int status, string kind)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = status });
        var client = Clients.Chat(provider, "status " + status);
        Assert.Equal(status, (await Assert.ThrowsAsync<ClientResultException>(() => client.CompleteChatAsync(Hello))).Status);
        Assert.Equal(status, Assert.Throws<ClientResultException>(() => client.CompleteChat(Hello)).Status);
        await Assert.ThrowsAsync<ClientResultException>(() => client.AsIChatClient().GetResponseAsync("hello"));
        Expect("failing status", "status " + status, failure: 3, errors: $"{kind} 3");
    }

    [Fact]
    [AiCall("failing", "nobody listens")]
    public async Task A_refused_connection_counts_as_network()
    {
        Uri closed;
        await using (var provider = await SimulatedProvider.StartAsync())
        {
            closed = provider.OpenAIAddress;
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Clients.OpenAI(closed, null).GetChatClient("gone").CompleteChatAsync(Hello));
        Expect("failing", "nobody listens", failure: 1, errors: "network 1");
    }

    [Fact]
    [AiCall("failing", "timeout")]
    public async Task A_timeout_of_the_SDK_counts_as_timeout()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "slow@hang", TimeSpan.FromMilliseconds(150));
        await Assert.ThrowsAnyAsync<Exception>(() => client.CompleteChatAsync(Hello));
        Assert.ThrowsAny<Exception>(() => client.CompleteChat(Hello));
        Expect("failing", "timeout", failure: 2, errors: "timeout 2");
    }

    [Fact]
    [AiCall("failing", "cancelled")]
    public async Task A_cancellation_by_the_caller()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "slow@hang");
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CompleteChatAsync(Hello, cancellationToken: before.Token));
        using var during = new CancellationTokenSource(150);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CompleteChatAsync(Hello, cancellationToken: during.Token));
        using var protocol = new CancellationTokenSource(150);
        var body = BinaryContent.Create(BinaryData.FromString("""{"model":"slow@hang","messages":[]}"""));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CompleteChatAsync(body, new() { CancellationToken = protocol.Token }));
        Expect("failing", "cancelled", cancelled: 3);
    }

    [Fact]
    [AiCall("failing", "cut")]
    public async Task A_reply_that_breaks_off_counts_as_network()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => Clients.Chat(provider, "broken@cut").CompleteChatAsync(Hello));
        Assert.Equal(1, Recorded.Of("failing", "cut").Failure);
        Assert.Equal("network 1", Recorded.Errors("failing", "cut"));
    }

    [Fact]
    [AiCall("failing", "thrown")]
    public async Task An_exception_comes_out_as_the_object_it_was()
    {
        var failure = new InvalidTimeZoneException("mine");
        IChatClient throws = new FailingClient(_ => throw failure);
        Assert.Same(failure, Assert.Throws<InvalidTimeZoneException>(() => { _ = throws.GetResponseAsync([]); }));
        IChatClient faults = new FailingClient(_ => Task.FromException<ChatResponse>(failure));
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => faults.GetResponseAsync([])));
        IChatClient later = new FailingClient(async _ =>
        {
            await Task.Delay(1);
            throw failure;
        });
        var task = later.GetResponseAsync([]);
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidTimeZoneException>(() => task));
        Assert.Same(failure, Assert.Single(task.Exception!.InnerExceptions));
        Assert.Contains(nameof(An_exception_comes_out_as_the_object_it_was), failure.StackTrace);
        Expect("failing", "thrown", failure: 3, errors: "other 3");
    }

    [Fact]
    [AiCall("failing", "several")]
    public async Task A_task_that_failed_several_times_keeps_each()
    {
        IChatClient client = new FailingClient(_ =>
        {
            var source = new TaskCompletionSource<ChatResponse>();
            source.SetException([new TimeoutException(), new InvalidOperationException()]);
            return source.Task;
        });
        var task = client.GetResponseAsync([]);
        await Assert.ThrowsAsync<TimeoutException>(() => task);
        Assert.Equal(2, task.Exception!.InnerExceptions.Count);
        Assert.Equal(1, Recorded.Of("failing", "several").Failure);
    }

    [Fact]
    [AiCall("failing", "own cancellation")]
    public async Task A_cancellation_that_the_caller_did_not_ask_for_is_a_time_out()
    {
        using var own = new CancellationTokenSource();
        await own.CancelAsync();
        IChatClient client = new FailingClient(_ => Task.FromCanceled<ChatResponse>(own.Token));
        using var callers = new CancellationTokenSource();
        var task = client.GetResponseAsync([], cancellationToken: callers.Token);
        await Assert.ThrowsAsync<TaskCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        Expect("failing", "own cancellation", failure: 1, errors: "timeout 1");
    }

    static void Expect(string provider, string model, int failure = 0, int cancelled = 0, string errors = "")
    {
        var recorded = Recorded.Of(provider, model);
        Assert.Equal((0, failure, cancelled, failure, 0), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.Durations, recorded.InFlight));
        Assert.Equal(errors, Recorded.Errors(provider, model));
    }

    sealed class FailingClient(Func<CancellationToken, Task<ChatResponse>> reply) : FakeChatClient, IChatClient
    {
        Task<ChatResponse> IChatClient.GetResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            ChatOptions? options,
            CancellationToken cancellationToken) => reply(cancellationToken);
    }
}
