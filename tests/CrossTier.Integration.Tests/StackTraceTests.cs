using System.Runtime.CompilerServices;
using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>An exception's stack trace reads as without us: nothing of ours in it, but one frame where a pending task was awaited on the way.</summary>
public class StackTraceTests
{
    [Fact]
    public async Task A_call_that_throws_has_no_frame_of_ours()
    {
        var client = new Client(Throw);
        Assert.Equal(await FramesOf(() => Plain(client)), await FramesOf(() => Measured(client)));
    }

    [Fact]
    public async Task A_task_that_has_failed_has_no_frame_of_ours()
    {
        var client = new Client(async () => await Throw());
        Assert.Equal(await FramesOf(() => Plain(client)), await FramesOf(() => Measured(client)));
    }

    [Fact]
    public async Task A_pending_task_that_fails_has_one()
    {
        var gate = new TaskCompletionSource();
        var client = new Client(async () =>
        {
            await gate.Task;
            return await Throw();
        });
        var without = await FramesOf(() => Opened(Plain(client)));
        gate = new TaskCompletionSource();
        var with = await FramesOf(() => Opened(Measured(client)));
        Assert.Equal(without.Count + 1, with.Count);
        Assert.Contains("CrossTier.Requests.PendingTask", Assert.Single(with.Except(without)));

        Task Opened(Task call)
        {
            gate.SetResult();
            return call;
        }
    }

    [AiCall("stack", "measured")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task Measured(IChatClient client) => await client.GetResponseAsync([]);

    [AiIgnore("the trace without us")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task Plain(IChatClient client) => await client.GetResponseAsync([]);

    static Task<ChatResponse> Throw() => throw new InvalidTimeZoneException();

    static async Task<List<string>> FramesOf(Func<Task> call)
    {
        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(call);
        return
        [
            .. thrown.StackTrace!.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal))
                .Select(line => line.Split(" in ")[0].Replace(nameof(Plain), nameof(Measured)).Trim()),
        ];
    }

    sealed class Client(Func<Task<ChatResponse>> reply) : FakeChatClient, IChatClient
    {
        Task<ChatResponse> IChatClient.GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
            reply();
    }
}
