using System.Runtime.CompilerServices;
using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>A stream is a request each time that it is read, however it gets to its reader.</summary>
public sealed class StreamTests
{
    readonly FakeChatClient _client = new();

    [Fact]
    [AiCall("stream", "passed on")]
    public async Task A_stream_stored_returned_and_passed_on_is_measured_once()
    {
        IChatClient client = _client;
        var stored = client.GetStreamingResponseAsync("text");
        await Drain(stored);
        await Drain(Returned(client));
        await Drain(Filtered(client));
        var manual = client.GetStreamingResponseAsync("text").GetAsyncEnumerator();
        while (await manual.MoveNextAsync())
        {
        }

        await manual.DisposeAsync();
        Expect("passed on", success: 4);

        static IAsyncEnumerable<ChatResponseUpdate> Returned(IChatClient client) => client.GetStreamingResponseAsync("text");

        static async IAsyncEnumerable<ChatResponseUpdate> Filtered(IChatClient client, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var update in client.GetStreamingResponseAsync("text", cancellationToken: cancellationToken))
            {
                yield return update;
            }
        }
    }

    [Fact]
    [AiCall("stream", "never")]
    public async Task Never_read_it_is_no_request()
    {
        IChatClient client = _client;
        _ = client.GetStreamingResponseAsync("text");
        await using (client.GetStreamingResponseAsync("text").GetAsyncEnumerator())
        {
        }

        Expect("never");
    }

    [Fact]
    [AiCall("stream", "twice")]
    public async Task Twice_and_at_once_it_is_as_many_requests()
    {
        IChatClient client = _client;
        var stream = client.GetStreamingResponseAsync("text");
        await Drain(stream);
        await Drain(stream);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Drain(stream))));
        Expect("twice", success: 22);
    }

    [Fact]
    [AiCall("stream", "abandoned")]
    public async Task Left_early_it_is_cancelled()
    {
        IChatClient client = _client;
        await foreach (var _ in client.GetStreamingResponseAsync("text"))
        {
            break;
        }

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("text"))
            {
                throw new InvalidTimeZoneException();
            }
        });
        Assert.Equal((0, 0, 2, 0), Counts("abandoned"));
    }

    [Fact]
    [AiCall("stream", "token")]
    public async Task Its_reader_may_cancel_by_a_token_of_its_own()
    {
        IChatClient client = new Endless();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("text").WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        using var caller = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("text", cancellationToken: caller.Token))
            {
                await caller.CancelAsync();
            }
        });
        Assert.Equal((0, 0, 2, 0), Counts("token"));
    }

    [Fact]
    [AiCall("stream", "broken")]
    public async Task Broken_off_it_throws_what_was_thrown()
    {
        var failure = new IOException("cut");
        IChatClient client = new Endless(failure);
        List<string> read = [];
        var thrown = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("text"))
            {
                read.Add(update.Text);
            }
        });
        Assert.Same(failure, thrown);
        Assert.Equal(["0", "1", "2"], read);
        Assert.Equal((0, 1, 0, 0), Counts("broken"));
        Assert.Equal("network 1", Recorded.Errors("stream", "broken"));
        Assert.Equal(1, Recorded.Of("stream", "broken").FirstTokens);
    }

    [Fact]
    [AiCall("stream", "refused")]
    public void Refused_before_it_began_it_is_no_request()
    {
        IChatClient client = new Endless(refuses: true);
        Assert.Throws<NotSupportedException>(() => { _ = client.GetStreamingResponseAsync("text"); });
        Assert.Equal((0, 0, 0, 0), Counts("refused"));
    }

    static async Task Drain(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        await foreach (var _ in stream)
        {
        }
    }

    void Expect(string model, int success = 0)
    {
        var recorded = Recorded.Of("stream", model);
        Assert.Equal(_client.Calls, success);
        Assert.Equal(
            (success, 3 * success, 2 * success, success, 0),
            (recorded.Success, recorded.Input, recorded.Output, recorded.FirstTokens, recorded.InFlight));
    }

    static (long, long, long, long) Counts(string model) =>
        Recorded.Of("stream", model) is var recorded ? (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight) : default;

    sealed class Endless(Exception? failure = null, bool refuses = false) : FakeChatClient, IChatClient
    {
        IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options,
            CancellationToken cancellationToken) =>
            refuses ? throw new NotSupportedException() : Updates(cancellationToken);

        async IAsyncEnumerable<ChatResponseUpdate> Updates([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 0; failure is null || i < 3; i++)
            {
                await Task.Delay(1, cancellationToken);
                yield return new ChatResponseUpdate(ChatRole.Assistant, $"{i}");
            }

            throw failure;
        }
    }
}
