using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class AiRequestTests
{
    readonly Measured _measured = new();

    [Theory, EachShape]
    public async Task A_success_is_counted_with_its_tokens(Shape shape, bool isPending)
    {
        await Run(shape, isPending, source => source.SetResult(new Reply(3, 4)));

        Assert.Equal((1, 0, 0, 0), _measured.Requests());
        var hasReply = shape is Shape.TaskOfReply or Shape.ValueTaskOfReply or Shape.ValueTaskOfReplyOfSource;
        Assert.Equal(hasReply ? 3 : 0, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "input"));
        Assert.Equal(hasReply ? 4 : 0, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
    }

    [Theory, EachShape]
    public async Task A_failure_is_counted_and_thrown_as_the_same_object(Shape shape, bool isPending)
    {
        var failure = new HttpRequestException("x", null, System.Net.HttpStatusCode.TooManyRequests);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => Run(shape, isPending, source => source.SetException(failure)));

        Assert.Same(failure, thrown);
        Assert.Equal((0, 1, 0, 0), _measured.Requests());
        Assert.Equal(1, _measured.Errors("rate_limited"));
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
    }

    [Theory, EachShape]
    public async Task A_cancellation_by_the_caller_is_cancelled(Shape shape, bool isPending)
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        var thrown = await Assert.ThrowsAsync<TaskCanceledException>(() => Run(shape, isPending, source => source.SetCanceled(caller.Token), caller.Token));

        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal((0, 0, 1, 0), _measured.Requests());
        Assert.Equal(0, _measured.Sum(MetricDefinitions.Errors));
        Assert.Equal(0, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
    }

    [Theory, EachShape]
    public async Task Any_other_cancellation_is_a_timeout(Shape shape, bool isPending)
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new CancellationTokenSource();
        await deadline.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => Run(shape, isPending, source => source.SetCanceled(deadline.Token), caller.Token));

        Assert.Equal((0, 1, 0, 0), _measured.Requests());
        Assert.Equal(1, _measured.Errors("timeout"));
    }

    [Theory, EachShape]
    public async Task A_call_that_is_switched_off_goes_through_uncounted(Shape shape, bool isPending)
    {
        var source = new TaskCompletionSource<Reply>();
        var call = isPending ? shape.Await(default, source.Task) : null;
        source.SetResult(Reply.Empty);

        await (call ?? shape.Await(default, source.Task));
    }

    [Fact]
    public async Task A_task_that_has_ended_is_handed_back_itself()
    {
        Task<Reply>[] ended =
        [
            Task.FromResult(Reply.Empty),
            Task.FromException<Reply>(new TimeoutException()),
            Task.FromCanceled<Reply>(new CancellationToken(true)),
        ];
        foreach (var task in ended)
        {
            Assert.Same(task, _measured.Start().Measure<Reply, ReplyReader>(task));
            Assert.Same(task, _measured.Start().Measure((Task)task));
        }

        await Assert.ThrowsAsync<TimeoutException>(() => ended[1]);
        Assert.Equal((2, 4, 0, 0), _measured.Requests());
    }

    [Fact]
    public void A_synchronous_call_returns_its_reply_and_a_throwing_one_is_not_caught()
    {
        var reply = new Reply(1, 2);
        Assert.Same(reply, _measured.Start().Measure<Reply, ReplyReader>(reply));

        var failure = new TimeoutException();
        var request = _measured.Start();
        Assert.Same(failure, Assert.Throws<TimeoutException>(() =>
        {
            try
            {
                throw failure;
            }
            catch (Exception e) when (request.RecordFailure(e))
            {
                Assert.Fail("The filter caught.");
            }
        }));
        Assert.Equal((1, 1, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task A_call_in_flight_shows_in_both_gauges_until_it_ends()
    {
        var source = new TaskCompletionSource<Reply>();
        var call = _measured.Site("ollama", "llama3.2", "gpu-1").Start(null, default).Measure<Reply, ReplyReader>(source.Task);
        Assert.Equal(1, _measured.Value(MetricDefinitions.InFlight, "ollama", "llama3.2"));
        Assert.Equal(1, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));

        source.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal(0, _measured.Value(MetricDefinitions.InFlight, "ollama", "llama3.2"));
        Assert.Equal(0, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
    }

    [Fact]
    public async Task The_duration_is_that_of_the_call()
    {
        await _measured.Start().Measure(Task.Delay(100));

        Assert.InRange(_measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Sum, 0.09, 20);
        Assert.InRange(_measured.Histogram(MetricDefinitions.CallDuration, Measured.Call, "openai", "gpt-4o").Sum, 0.09, 20);
    }

    [Fact]
    public async Task A_mock_s_null_task_stays_null_and_ends_the_request()
    {
        Assert.Null(_measured.Start().Measure<Reply, ReplyReader>((Task<Reply>)null!));
        Assert.Null(_measured.Start().Measure((Task)null!));
        Assert.Null(await _measured.Start().Measure<Reply, ReplyReader>(Task.FromResult<Reply>(null!)));

        Assert.Equal(0, _measured.Requests().InFlight);
    }

    async Task Run(Shape shape, bool isPending, Action<TaskCompletionSource<Reply>> end, CancellationToken caller = default)
    {
        var source = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!isPending)
        {
            end(source);
        }

        var call = shape.Await(_measured.Start(caller), source.Task);
        if (isPending)
        {
            Assert.Equal((0, 0, 0, 1), _measured.Requests());
            end(source);
        }

        await call;
    }
}
