using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Tests.Support;
using CallSite = CrossTier.CompilerServices.CallSite;

namespace CrossTier.Tests.Requests;

public class AllocationTests
{
    const int Calls = 2_000;

    static readonly Task<Reply> Ended = Task.FromResult(new Reply(3, 4, "gpt-4o"));

    readonly CallSite _declared = new Measured().Site();
    readonly CallSite _found = new Measured().Site(provider: null, model: null);
    readonly Client _client = new("openai", "gpt-4o", "https://api.openai.com");

    [Fact]
    public void A_call_that_completes_synchronously_allocates_nothing()
    {
        Assert.Equal(0, BytesOf(() => _declared.Start(null, default).Measure<Reply, ReplyReader>(Ended)));
        Assert.Equal(0, BytesOf(() => _declared.Start(null, default).Measure((Task)Ended)));
        Assert.Equal(0, BytesOf(() => _declared.Start(null, default).Measure<Reply, ReplyReader>(new ValueTask<Reply>(Ended)).GetAwaiter().GetResult()));
        Assert.Equal(0, BytesOf(() => _declared.Start(null, default).Measure(default(ValueTask)).GetAwaiter().GetResult()));
        Assert.Equal(0, BytesOf(() => _declared.Start(null, default).Succeeded()));
    }

    [Fact]
    public void So_does_one_whose_labels_are_found_at_run_time()
    {
        Assert.Equal(0, BytesOf(() => _found.Start<Client, ClientReader>(_client, null, default).Measure<Reply, ReplyReader>(Ended)));
        Assert.Equal(0, BytesOf(() => _found.Start<Client, ClientReader>(_client, "gpt-4o-mini", default).Measure<Reply, ReplyReader>(Ended)));
        var unknown = new Measured().Site(model: null);
        Assert.Equal(0, BytesOf(() => unknown.Start(null, default).Measure<Reply, ReplyReader>(Ended)));
    }

    [Theory]
    [InlineData("end_turn", "standard")]
    [InlineData("STOP", "default")]
    [InlineData("a word that nobody knows", null)]
    public void So_does_a_reply_of_another_protocol_with_its_default_tier(string finish, string? tier) => Assert.Equal(0, BytesOf(() =>
    {
        ReplyReading reading = default;
        reading.Tokens(3, 4);
        reading.ServiceTier(tier);
        reading.Finished(finish);
    }));

    [Fact]
    public void A_pending_task_allocates_one_object_of_at_most_120_bytes()
    {
        var sources = new Queue<TaskCompletionSource<Reply>>(Enumerable.Range(0, 4 * Calls).Select(_ => new TaskCompletionSource<Reply>()));

        Assert.InRange(BytesOf(() =>
        {
            var source = sources.Dequeue();
            _declared.Start(null, default).Measure<Reply, ReplyReader>(source.Task);
            source.SetResult(Reply.Empty);
        }) / (double)Calls, 1, 120);
    }

    [Fact]
    public void A_stream_of_a_hundred_chunks_allocates_one_object_of_at_most_168_bytes()
    {
        var chunks = new ReusedStream(100);

        Assert.InRange(BytesOf(() => Drain(_declared.Stream(null, default).Measure<Reply, ReplyReader>(chunks))) / (double)Calls, 1, 168);
    }

    [Fact]
    public void So_does_one_whose_chunks_are_pending()
    {
        var chunks = new ReusedStream(100) { IsPending = true };

        Assert.InRange(BytesOf(() => Drain(_declared.Stream(null, default).Measure<Reply, ReplyReader>(chunks))) / (double)Calls, 1, 168);
    }

    static void Drain(IAsyncEnumerable<Reply> stream)
    {
        var chunks = stream.GetAsyncEnumerator();
        while (true)
        {
            var next = chunks.MoveNextAsync().GetAwaiter();
            if (!next.IsCompleted)
            {
                ReusedStream.Completes = false;
                next.UnsafeOnCompleted(ReusedStream.Completed);
                Assert.True(ReusedStream.Completes);
            }

            if (!next.GetResult())
            {
                break;
            }
        }

        Assert.True(chunks.DisposeAsync().IsCompletedSuccessfully);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long BytesOf(Action call)
    {
        // A thread that moves to another processor makes its cells there, once.
        RoundOf(call);
        return Math.Min(Math.Min(RoundOf(call), RoundOf(call)), RoundOf(call));
    }

    static long RoundOf(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            call();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
