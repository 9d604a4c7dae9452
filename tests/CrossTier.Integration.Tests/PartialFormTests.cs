using System.Runtime.CompilerServices;
using CrossTier.Integration.Tests.Support;

namespace CrossTier.Integration.Tests;

/// <summary>A partial method is measured whatever its form, and does what its hand-written half does.</summary>
public sealed partial class PartialFormTests
{
    const string Provider = "partial";

    [Fact]
    public async Task Each_return_type_is_measured()
    {
        Assert.Equal(1, (await TaskOf(1)).Value);
        await TaskOnly(false);
        Assert.Equal(2, (await ValueTaskOf(2, wait: false)).Value);
        Assert.Equal(3, (await ValueTaskOf(3, wait: true)).Value);
        await ValueTaskOnly(wait: false);
        await ValueTaskOnly(wait: true);
        Nothing();
        Assert.Equal(4, Synchronous(4).Value);
        Assert.Equal(2, Sequence(2).Count());
        List<int> streamed = [];
        await foreach (var reply in Stream(3))
        {
            streamed.Add(reply.Value);
        }

        Assert.Equal([0, 1, 2], streamed);
        Expect("task of value", 1, tokens: 1);
        Expect("task", 1, missing: 1);
        Expect("value task of value", 2, tokens: 2);
        Expect("value task", 2, missing: 2);
        Expect("void", 1, missing: 1);
        Expect("synchronous", 1, tokens: 1);
        Expect("sequence", 1, tokens: 1, first: 1);
        Expect("stream", 1, tokens: 1, first: 1);
    }

    [Fact]
    public async Task Exceptions_pass_and_count_as_failures()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => TaskOnly(true));
        var thrown = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Stream(-1).GetAsyncEnumerator().MoveNextAsync().AsTask());
        Assert.Equal("count", thrown.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequence(-1).Any());
        Assert.Throws<DivideByZeroException>(() => Refs.Divide(0, 1));
        Assert.Equal(1, Recorded.Of(Provider, "task").Failure);
        Assert.Equal("other 1", Recorded.Errors(Provider, "stream"));
        Assert.Equal("other 1", Recorded.Errors(Provider, "sequence"));
        Assert.Equal("other 1", Recorded.Errors(Provider, "divide"));
    }

    [Fact]
    public async Task A_cancelled_token_counts_as_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Waiting(stop.Token));
        using var enumeration = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Endless().WithCancellation(enumeration.Token))
            {
                await enumeration.CancelAsync();
            }
        });
        Assert.Equal((1, 0), (Recorded.Of(Provider, "waiting").Cancelled, Recorded.Of(Provider, "waiting").InFlight));
        Assert.Equal((1, 0), (Recorded.Of(Provider, "endless").Cancelled, Recorded.Of(Provider, "endless").InFlight));
    }

    [Fact]
    public void References_spans_and_structs_pass_unchanged()
    {
        var (a, c) = (1, 3);
        Assert.Equal(6, Refs.Mix(ref a, out var b, in c, 1, 1));
        Assert.Equal((2, 4), (a, b));
        int[] numbers = [1, 2, 3];
        Refs.Largest(numbers) = 7;
        Assert.Equal([1, 2, 7], numbers);
        Assert.Equal("lo", Refs.Tail("hello", 3).ToString());
        Refs counter = default;
        counter.Increment();
        counter.Increment();
        Assert.Equal(2, counter.Count);
        Expect("mix", 1, missing: 1);
        Expect("largest", 1, missing: 1);
        Expect("tail", 1, missing: 1);
        Expect("increment", 2, missing: 2);
    }

    [Fact]
    public async Task It_is_measured_in_every_kind_of_type()
    {
        Assert.Equal("Int32 text", await new Generic<string>.Nested<int>().Describe("text"));
        Base derived = new Derived();
        Assert.Equal(("derived", "base"), (await derived.Virtual(), await new Base().Virtual()));
        IAsk ask = new Asking();
        Assert.Equal("implemented", (await ask.Ask()).Text);
        Assert.Equal("default", (await ask.Default()).Text);
        Assert.Equal("extended", await "ext".Extend("ended"));
        Assert.Equal(5, new Asking().Defaults());
        Expect("generic", 1, missing: 1);
        Expect("virtual", 1, missing: 1);
        Expect("override", 1, missing: 1);
        Expect("implemented", 1, tokens: 1);
        Expect("interface", 1, tokens: 1);
        Expect("extension", 1, missing: 1);
        Expect("defaults", 1, missing: 1);
        Assert.Equal(["PartialFormTests.Generic.Nested.Describe"], Recorded.CallsOf(Provider, "generic"));
    }

    [Fact]
    public async Task What_its_hand_written_half_calls_is_not_measured_again()
    {
        FakeChatClient client = new();
        Assert.Equal(5, (await Inner.Around(client)).TotalTokenCount);
        Assert.Equal((1, 1), (client.Calls, Recorded.Of(Provider, "around").Success));
        Assert.Equal(0, Recorded.Of("openai", "fake-default").Requests);
    }

    [AiCall(Provider, "task of value")]
    private partial Task<Reply> TaskOf(int value);

    async Task<Reply> TaskOfCore(int value)
    {
        await Task.Yield();
        return new Reply(value);
    }

    [AiCall(Provider, "task")]
    private static partial Task TaskOnly(bool fail);

    static Task TaskOnlyCore(bool fail) => fail ? Task.FromException(new InvalidTimeZoneException()) : Task.CompletedTask;

    [AiCall(Provider, "value task of value")]
    private partial ValueTask<Reply> ValueTaskOf(int value, bool wait);

    async ValueTask<Reply> ValueTaskOfCore(int value, bool wait)
    {
        if (wait)
        {
            await Task.Yield();
        }

        return new Reply(value);
    }

    [AiCall(Provider, "value task")]
    private partial ValueTask ValueTaskOnly(bool wait);

    ValueTask ValueTaskOnlyCore(bool wait) => wait ? new ValueTask(Task.Delay(1)) : default;

    [AiCall(Provider, "void")]
    partial void Nothing();

    void NothingCore()
    {
    }

    [AiCall(Provider, "synchronous")]
    private partial Reply Synchronous(int value);

    Reply SynchronousCore(int value) => new(value);

    [AiCall(Provider, "sequence")]
    private partial IEnumerable<Reply> Sequence(int count);

    IEnumerable<Reply> SequenceCore(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0; i < count; i++)
        {
            yield return new Reply(i);
        }
    }

    [AiCall(Provider, "stream")]
    private partial IAsyncEnumerable<Reply> Stream(int count);

    async IAsyncEnumerable<Reply> StreamCore(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Reply(i);
        }
    }

    [AiCall(Provider, "waiting")]
    private partial Task Waiting(CancellationToken stop);

    Task WaitingCore(CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    [AiCall(Provider, "endless")]
    private partial IAsyncEnumerable<string> Endless(CancellationToken cancellationToken = default);

    async IAsyncEnumerable<string> EndlessCore([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(1, cancellationToken);
            yield return "more";
        }
    }

    static void Expect(string model, int success, int tokens = 0, int missing = 0, int first = 0)
    {
        var recorded = Recorded.Of(Provider, model);
        Assert.Equal(
            (success, tokens, 2 * tokens, missing, first, 0),
            (recorded.Success, recorded.Input, recorded.Output, recorded.UsageMissing, recorded.FirstTokens, recorded.InFlight));
    }

    sealed record Reply(int Value)
    {
        public int InputTokens => 1;

        public int OutputTokens => 2;
    }
}
