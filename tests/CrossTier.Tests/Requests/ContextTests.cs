using System.Collections.Concurrent;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

/// <summary>What a call sees of its surroundings, and its caller after it, with us and without us.</summary>
public class ContextTests
{
    static readonly AsyncLocal<string> Ambient = new();

    readonly Measured _measured = new();

    [Theory, InlineData(true), InlineData(false)]
    public void A_task_leaves_both_contexts_as_they_are(bool isPending) => SameTrace(
        trace => Around(trace, () => Call(trace, isPending)),
        trace => Around(trace, () => _measured.Start().Measure<Reply, ReplyReader>(Call(trace, isPending))));

    [Theory, InlineData(true), InlineData(false)]
    public void A_task_without_a_reply_leaves_both_contexts_as_they_are(bool isPending) => SameTrace(
        trace => Around(trace, () => (Task)Call(trace, isPending)),
        trace => Around(trace, () => _measured.Start().Measure((Task)Call(trace, isPending))));

    [Theory, InlineData(true), InlineData(false)]
    public void A_value_task_leaves_both_contexts_as_they_are(bool isPending) => SameTrace(
        trace => Around(trace, () => new ValueTask<Reply>(Call(trace, isPending)).AsTask()),
        trace => Around(trace, () => _measured.Start().Measure<Reply, ReplyReader>(new ValueTask<Reply>(Call(trace, isPending))).AsTask()));

    [Theory, InlineData(true), InlineData(false)]
    public void A_stream_leaves_both_contexts_as_they_are(bool isPending) => SameTrace(
        trace => Read(trace, Chunks(trace, isPending)),
        trace => Read(trace, _measured.Site().Stream(null, default).Measure<Reply, ReplyReader>(Chunks(trace, isPending))));

    [Fact]
    public void A_failure_leaves_both_contexts_as_they_are() => SameTrace(
        trace => Around(trace, () => Task.FromException(new TimeoutException())),
        trace => Around(trace, () => _measured.Start().Measure(Task.FromException(new TimeoutException()))));

    [Fact]
    public void A_caller_that_blocks_its_context_s_thread_is_not_locked_out_by_us() => Pump.Run(() =>
    {
        Task[] calls =
        [
            _measured.Start().Measure<Reply, ReplyReader>(Elsewhere()),
            _measured.Start().Measure((Task)Elsewhere()),
            _measured.Start().Measure<Reply, ReplyReader>(new ValueTask<Reply>(Elsewhere())).AsTask(),
            _measured.Start().Measure(new ValueTask(Elsewhere())).AsTask(),
        ];
        Assert.All(calls, call => Assert.True(call.Wait(TimeSpan.FromSeconds(20))));
        return Task.CompletedTask;

        static async Task<Reply> Elsewhere()
        {
            await Task.Delay(20).ConfigureAwait(false);
            return Reply.Empty;
        }
    });

    void SameTrace(Func<List<string>, Task> without, Func<List<string>, Task> with)
    {
        List<string> expected = [], actual = [];
        Pump.Run(() => without(expected));
        Pump.Run(() => with(actual));

        Assert.True(expected.Count >= 3);
        Assert.Equal(expected, actual);
        Assert.Equal(0, _measured.Requests().InFlight);
    }

    static async Task Around(List<string> trace, Func<Task> call)
    {
        Ambient.Value = "caller";
        Note(trace, "before");
        await Record.ExceptionAsync(call);
        Note(trace, "after");
        Ambient.Value = "changed";
        await Record.ExceptionAsync(() => call().ContinueWith(_ => { }, TaskScheduler.Default));
        Note(trace, "again");
    }

    static async Task<Reply> Call(List<string> trace, bool isPending)
    {
        Note(trace, "in the call");
        Ambient.Value = "call";
        if (isPending)
        {
            await Task.Delay(5);
            Note(trace, "in the call, later");
        }

        return Reply.Empty;
    }

    static async Task Read(List<string> trace, IAsyncEnumerable<Reply> stream)
    {
        Ambient.Value = "caller";
        await foreach (var chunk in stream)
        {
            Note(trace, "chunk");
        }

        await foreach (var chunk in stream.ConfigureAwait(true))
        {
            Note(trace, "chunk again");
            Ambient.Value = "changed";
        }

        Note(trace, "after");
    }

    static async IAsyncEnumerable<Reply> Chunks(List<string> trace, bool isPending)
    {
        for (var i = 0; i < 3; i++)
        {
            Note(trace, "asked");
            Ambient.Value = "stream" + i;
            if (isPending)
            {
                await Task.Delay(2);
                Note(trace, "asked, later");
            }

            yield return Reply.Text;
        }
    }

    static void Note(List<string> trace, string place) =>
        trace.Add(
            $"{place}: {Ambient.Value}, {SynchronizationContext.Current?.GetType().Name}, "
            + $"{(Environment.CurrentManagedThreadId == Pump.ThreadId ? "own thread" : "another thread")}");

    /// <summary>A context of one thread, as a user interface has.</summary>
    sealed class Pump : SynchronizationContext
    {
        readonly BlockingCollection<(SendOrPostCallback, object?)> _work = [];

        [field: ThreadStatic]
        public static int ThreadId { get; private set; }

        public static void Run(Func<Task> work)
        {
            var (previous, pump) = (Current, new Pump());
            SetSynchronizationContext(pump);
            ThreadId = Environment.CurrentManagedThreadId;
            try
            {
                var done = work();
                done.ContinueWith(_ => pump._work.CompleteAdding(), TaskScheduler.Default);
                foreach (var (callback, state) in pump._work.GetConsumingEnumerable())
                {
                    callback(state);
                }

                done.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(previous);
                ThreadId = 0;
            }
        }

        public override void Post(SendOrPostCallback callback, object? state) => _work.Add((callback, state));
    }
}
