using System.Runtime.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class MeasuredStreamTests
{
    readonly Measured _measured = new();

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_stream_read_to_its_end_is_one_success(bool isPending)
    {
        var chunks = await ReadAll(Measure(Chunks(3, isPending)));

        Assert.Equal(3, chunks);
        Assert.Equal((1, 0, 0, 0), _measured.Requests());
        Assert.Equal(6, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.FirstToken, "openai", "gpt-4o").Count);
        Assert.Equal(0, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_reader_that_stops_cancels(bool isPending)
    {
        await foreach (var chunk in Measure(Chunks(3, isPending)))
        {
            Assert.Equal((0, 0, 0, 1), _measured.Requests());
            break;
        }

        Assert.Equal((0, 0, 1, 0), _measured.Requests());
        Assert.Equal(2, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
        Assert.Equal(0, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.FirstToken, "openai", "gpt-4o").Count);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_reader_that_throws_cancels_and_gets_its_own_exception(bool isPending)
    {
        var failure = new InvalidOperationException();

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var chunk in Measure(Chunks(3, isPending)))
            {
                throw failure;
            }
        }));

        Assert.Equal((0, 0, 1, 0), _measured.Requests());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_failure_half_way_is_one_failure_with_the_tokens_that_came(bool isPending)
    {
        var failure = new HttpIOException(HttpRequestError.ResponseEnded);

        Assert.Same(failure, await Assert.ThrowsAsync<HttpIOException>(() => ReadAll(Measure(Chunks(2, isPending, failure)))));

        Assert.Equal((0, 1, 0, 0), _measured.Requests());
        Assert.Equal(1, _measured.Errors("network"));
        Assert.Equal(4, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
    }

    [Fact]
    public async Task What_came_before_a_failure_without_usage_is_missed()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ReadAll(Measure(Silent(1, new TimeoutException()))));
        Assert.Equal(1, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));

        await Assert.ThrowsAsync<TimeoutException>(() => ReadAll(Measure(Silent(0, new TimeoutException()))));
        Assert.Equal(1, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));

        await ReadAll(Measure(Silent(0, null)));
        Assert.Equal(2, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));
    }

    [Fact]
    public async Task Cancelled_by_WithCancellation_is_cancelled()
    {
        using var reader = new CancellationTokenSource();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in Measure(Chunks(3, isPending: true)).WithCancellation(reader.Token))
            {
                await reader.CancelAsync();
            }
        });

        Assert.Equal(reader.Token, thrown.CancellationToken);
        Assert.Equal((0, 0, 1, 0), _measured.Requests());
    }

    [Fact]
    public async Task Cancelled_by_the_call_s_own_token_is_cancelled()
    {
        using var caller = new CancellationTokenSource();
        using var reader = new CancellationTokenSource();
        var stream = _measured.Site().Stream(null, caller.Token).Measure<Reply, ReplyReader>(Silent(2, new OperationCanceledException(caller.Token)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in stream.WithCancellation(reader.Token))
            {
                await caller.CancelAsync();
            }
        });

        Assert.Equal((0, 0, 1, 0), _measured.Requests());
    }

    [Fact]
    public async Task Any_other_cancellation_of_a_stream_is_a_timeout()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => ReadAll(Measure(Silent(1, new OperationCanceledException()))));

        Assert.Equal(1, _measured.Errors("timeout"));
    }

    [Fact]
    public async Task Each_enumeration_is_a_request()
    {
        var stream = Measure(Chunks(3, isPending: true));
        Assert.Equal(3, await ReadAll(stream));
        Assert.Equal(3, await ReadAll(stream));
        Assert.Equal(12, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadAll(stream)))).Sum());

        Assert.Equal((6, 0, 0, 0), _measured.Requests());
        Assert.Equal(36, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
    }

    [Fact]
    public async Task A_stream_that_is_never_read_is_no_request()
    {
        var stream = Measure(Chunks(3, isPending: true));
        await using (stream.GetAsyncEnumerator())
        {
            Assert.Equal(0, _measured.Requests().InFlight);
        }

        Assert.Equal((0, 0, 0, 0), _measured.Requests());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_first_token_is_the_first_chunk_with_content(bool isPending)
    {
        var content = false;
        await foreach (var chunk in Measure(RoleThenText(isPending)))
        {
            content |= chunk.Content;
            Assert.Equal(0, _measured.Requests().Success);
        }

        Assert.True(content);
        var firstToken = _measured.Histogram(MetricDefinitions.FirstToken, "openai", "gpt-4o");
        Assert.Equal(1, firstToken.Count);
        Assert.InRange(firstToken.Sum, 0.08, 10);
        Assert.InRange(_measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Sum, firstToken.Sum + 0.08, 20);
    }

    [Fact]
    public async Task A_stream_without_content_has_no_first_token()
    {
        await ReadAll(Measure(Silent(3, null)));

        Assert.Empty(_measured.Points(MetricDefinitions.FirstToken));
    }

    [Fact]
    public async Task A_pending_chunk_may_be_awaited_as_a_task()
    {
        await using var chunks = Measure(Chunks(2, isPending: true)).GetAsyncEnumerator();
        Assert.True(await chunks.MoveNextAsync().AsTask());
        var second = chunks.MoveNextAsync().AsTask();
        Assert.True(await second);
        Assert.True(await second);
        Assert.False(await chunks.MoveNextAsync().AsTask());

        Assert.Equal((1, 0, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task A_pending_failure_may_be_awaited_as_a_task()
    {
        var failure = new TimeoutException();
        await using var chunks = Measure(Chunks(0, isPending: true, failure)).GetAsyncEnumerator();

        Assert.Same(failure, await Assert.ThrowsAsync<TimeoutException>(() => chunks.MoveNextAsync().AsTask()));
        Assert.Equal((0, 1, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task A_result_asked_for_twice_is_refused()
    {
        await using var chunks = Measure(Chunks(2, isPending: true)).GetAsyncEnumerator();
        var first = chunks.MoveNextAsync();
        Assert.True(await first);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await first);
        Assert.True(await chunks.MoveNextAsync());
        Assert.False(await chunks.MoveNextAsync());
        Assert.Equal((1, 0, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task A_stream_that_cannot_even_be_asked_is_a_failure()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ReadAll(Measure(new BrokenStream())));

        Assert.Equal((0, 1, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task Chunks_that_cannot_be_read_are_handed_on()
    {
        Assert.Equal(3, await ReadAll(_measured.Site().Stream(null, default).Measure<Reply, ThrowingReader>(Chunks(3, isPending: true))));

        Assert.Equal((1, 0, 0, 0), _measured.Requests());
        Assert.Equal(1, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));
    }

    [Fact]
    public async Task A_stream_without_a_model_is_counted_under_that_of_its_chunks()
    {
        await ReadAll(_measured.Site("ollama", null).Stream(null, default).Measure<Reply, ReplyReader>(Named()));

        Assert.Equal((1, 0, 0, 0), _measured.Requests("ollama", "llama3.2"));
        Assert.Equal((0, 0, 0, 0), _measured.Requests("ollama", "unknown"));

        static async IAsyncEnumerable<Reply> Named()
        {
            yield return Reply.Text;
            await Task.Yield();
            yield return new Reply(Model: "llama3.2");
            yield return new Reply(Model: "another");
        }
    }

    IAsyncEnumerable<Reply> Measure(IAsyncEnumerable<Reply> stream) => _measured.Site().Stream(null, default).Measure<Reply, ReplyReader>(stream);

    static async Task<int> ReadAll(IAsyncEnumerable<Reply> stream)
    {
        var count = 0;
        await foreach (var chunk in stream)
        {
            Assert.NotNull(chunk);
            count++;
        }

        return count;
    }

    static async IAsyncEnumerable<Reply> Chunks(
        int count,
        bool isPending,
        Exception? failure = null,
        [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 0; i < count; i++)
        {
            if (isPending)
            {
                await Task.Delay(1, token);
            }

            yield return new Reply(i + 1, 2 * (i + 1), Content: true);
        }

        if (isPending)
        {
            await Task.Yield();
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    static async IAsyncEnumerable<Reply> Silent(int count, Exception? failure)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Reply.Empty;
        }

        await Task.Yield();
        if (failure is not null)
        {
            throw failure;
        }
    }

    static async IAsyncEnumerable<Reply> RoleThenText(bool isPending)
    {
        yield return Reply.Empty;
        await Wait();
        yield return Reply.Text;
        await Wait();
        yield return Reply.Text;

        async Task Wait()
        {
            if (isPending)
            {
                await Task.Delay(100);
            }
            else
            {
                Thread.Sleep(100);
            }
        }
    }

    sealed class BrokenStream : IAsyncEnumerable<Reply>, IAsyncEnumerator<Reply>
    {
        public Reply Current => Reply.Empty;

        public IAsyncEnumerator<Reply> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => throw new TimeoutException();

        public ValueTask DisposeAsync() => default;
    }
}
