using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using CrossTier.CompilerServices;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

/// <summary>What comes out is as it was, and what is dropped ends.</summary>
public class TransparencyTests
{
    readonly Measured _measured = new();

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_faulted_task_that_holds_a_cancellation_stays_faulted(bool hasReply)
    {
        var source = new TaskCompletionSource<int>();
        var task = hasReply ? _measured.Start().Measure<int, NoReader<int>>(source.Task) : _measured.Start().Measure((Task)source.Task);

        source.SetException(new OperationCanceledException("of its own"));

        await Assert.ThrowsAsync<OperationCanceledException>(() => task);
        Assert.Equal(TaskStatus.Faulted, task.Status);
        Assert.Equal(1, _measured.Requests().Failure);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_task_with_two_exceptions_keeps_both(bool hasReply)
    {
        var source = new TaskCompletionSource<int>();
        var task = hasReply ? _measured.Start().Measure<int, NoReader<int>>(source.Task) : _measured.Start().Measure((Task)source.Task);

        source.SetException([new InvalidOperationException("one"), new InvalidOperationException("two")]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => task);
        Assert.Equal(["one", "two"], task.Exception!.InnerExceptions.Select(exception => exception.Message));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_faulted_value_task_that_holds_a_cancellation_stays_faulted(bool isPending)
    {
        var inner = new Source(); // It fails, though with a cancellation.
        var failure = new OperationCanceledException("of its own");
        if (!isPending)
        {
            inner.SetException(failure);
        }

        var task = _measured.Start().Measure<int, NoReader<int>>(new ValueTask<int>(inner, inner.Version)).AsTask();
        if (isPending)
        {
            inner.SetException(failure);
        }

        Assert.Same(failure, await Assert.ThrowsAsync<OperationCanceledException>(() => task));
        Assert.Equal(TaskStatus.Faulted, task.Status);
        Assert.Equal(1, _measured.Requests().Failure);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_value_task_with_two_exceptions_keeps_both(bool isPending)
    {
        var source = new TaskCompletionSource<int>();
        Exception[] failures = [new InvalidOperationException("one"), new InvalidOperationException("two")];
        if (!isPending)
        {
            source.SetException(failures);
        }

        var task = _measured.Start().Measure<int, NoReader<int>>(new ValueTask<int>(source.Task)).AsTask();
        source.TrySetException(failures);

        await Assert.ThrowsAsync<InvalidOperationException>(() => task);
        Assert.Equal(failures, task.Exception!.InnerExceptions);
        Assert.Equal(1, _measured.Requests().Failure);
    }

    [Fact]
    public async Task A_pending_value_task_that_is_cancelled_or_answered_stays_so()
    {
        var (cancelled, answered) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var first = _measured.Start().Measure<int, NoReader<int>>(new ValueTask<int>(cancelled.Task)).AsTask();
        var second = _measured.Start().Measure<int, NoReader<int>>(new ValueTask<int>(answered.Task));

        cancelled.SetCanceled(TestContext.Current.CancellationToken);
        answered.SetResult(7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(TaskStatus.Canceled, first.Status);
        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task A_cancelled_task_stays_cancelled()
    {
        var source = new TaskCompletionSource<int>();
        var task = _measured.Start().Measure<int, NoReader<int>>(source.Task);

        source.SetCanceled(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Equal(TaskStatus.Canceled, task.Status);
    }

    [Fact]
    public void A_stream_that_cannot_be_opened_is_a_failure()
    {
        var stream = _measured.Site().Stream(null, default);

        Assert.Throws<InvalidOperationException>(() => stream.Measure<int, NoReader<int>>((IAsyncEnumerable<int>)new Unopened()).GetAsyncEnumerator());
        Assert.Throws<InvalidOperationException>(() => stream.Measure<int, NoReader<int>>((IEnumerable<int>)new Unopened()).GetEnumerator());

        Assert.Equal((0, 2, 0, 0), _measured.Requests());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void An_enumerator_that_is_dropped_ends_as_cancelled_when_it_is_collected(bool isAsync)
    {
        for (var i = 0; i < 10; i++)
        {
            ReadOne(isAsync);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal((0, 0, 10, 0), _measured.Requests());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ReadOne(bool isAsync)
    {
        var stream = _measured.Site().Stream(null, default);
        if (isAsync)
        {
            var next = stream.Measure<int, NoReader<int>>(Numbers()).GetAsyncEnumerator().MoveNextAsync();
            Assert.True(next.IsCompletedSuccessfully && next.Result);
        }
        else
        {
            Assert.True(stream.Measure<int, NoReader<int>>(Enumerable.Range(1, 3)).GetEnumerator().MoveNext());
        }
    }

    static async IAsyncEnumerable<int> Numbers()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }

    sealed class Source : IValueTaskSource<int>
    {
        ManualResetValueTaskSourceCore<int> _core;

        public short Version => _core.Version;

        public void SetException(Exception exception) => _core.SetException(exception);

        public int GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) =>
            _core.GetStatus(token) is ValueTaskSourceStatus.Canceled ? ValueTaskSourceStatus.Faulted : _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }

    sealed class Unopened : IAsyncEnumerable<int>, IEnumerable<int>
    {
        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new InvalidOperationException("closed");

        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("closed");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
