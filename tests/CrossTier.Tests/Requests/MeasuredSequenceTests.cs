using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class MeasuredSequenceTests
{
    readonly Measured _measured = new();

    [Fact]
    public void A_sequence_read_to_its_end_is_one_success()
    {
        Assert.Equal(3, Measure(Chunks(3)).Count());

        Assert.Equal((1, 0, 0, 0), _measured.Requests());
        Assert.Equal(6, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.FirstToken, "openai", "gpt-4o").Count);
    }

    [Fact]
    public void A_reader_that_stops_cancels()
    {
        Assert.Single(Measure(Chunks(3)).Take(1));
        foreach (var chunk in Measure(Chunks(3)))
        {
            break;
        }

        Assert.Equal((0, 0, 2, 0), _measured.Requests());
        Assert.Equal(4, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
    }

    [Fact]
    public void A_failure_half_way_is_one_failure()
    {
        var failure = new TimeoutException();

        Assert.Same(failure, Assert.Throws<TimeoutException>(() => Measure(Chunks(2, failure)).Count()));

        Assert.Equal((0, 1, 0, 0), _measured.Requests());
        Assert.Equal(4, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
    }

    [Fact]
    public void Cancelled_by_the_caller_is_cancelled()
    {
        using var caller = new CancellationTokenSource();
        caller.Cancel();
        var sequence = _measured.Site().Stream(null, caller.Token).Measure<Reply, ReplyReader>(Chunks(1, new OperationCanceledException(caller.Token)));

        Assert.Throws<OperationCanceledException>(() => sequence.Count());

        Assert.Equal((0, 0, 1, 0), _measured.Requests());
    }

    [Fact]
    public void Each_enumeration_is_a_request_and_none_is_none()
    {
        var sequence = Measure(Chunks(3));
        using (sequence.GetEnumerator())
        {
        }

        Assert.Equal((0, 0, 0, 0), _measured.Requests());
        Assert.Equal(3, sequence.Count());
        Assert.Equal(9, sequence.Zip(sequence).Count() + sequence.Count() + sequence.Count());
        Parallel.For(0, 100, _ => sequence.Count());

        // Zip does not ask its second sequence for the end.
        Assert.Equal((104, 0, 1, 0), _measured.Requests());
    }

    [Fact]
    public void What_is_switched_off_or_null_is_handed_on_itself()
    {
        var chunks = Chunks(1);
        Assert.Same(chunks, default(StreamSource).Measure<Reply, ReplyReader>(chunks));
        Assert.True(default(StreamSource).IsOff);
        Assert.Null(_measured.Site().Stream(null, default).Measure<Reply, ReplyReader>((IEnumerable<Reply>)null!));
        Assert.Null(_measured.Site().Stream(null, default).Measure<Reply, ReplyReader>((IAsyncEnumerable<Reply>)null!));
    }

    [Fact]
    public void A_stream_that_generated_code_wraps_itself_ends_once()
    {
        var source = _measured.Site().Stream(null, default);
        Assert.False(source.IsOff);
        var request = source.Start();
        Assert.Equal((0, 0, 0, 1), _measured.Requests());
        request.Chunk<Reply, ReplyReader>(new Reply(1, 2, Content: true));
        request.Completed();
        request.Abandoned();
        Assert.False(request.RecordFailure(new TimeoutException()));
        Assert.Equal((1, 0, 0, 0), _measured.Requests());

        source.Start().Abandoned();
        source.Start().RecordFailure(new TimeoutException());
        Assert.Equal((1, 1, 1, 0), _measured.Requests());

        var off = default(StreamSource).Start();
        off.Chunk<Reply, ReplyReader>(Reply.Text);
        off.Completed();
    }

    [Fact]
    public void A_usage_that_each_chunk_repeats_counts_once()
    {
        var request = _measured.Site().Stream(null, default).Start();
        for (var i = 0; i < 5; i++)
        {
            request.Chunk<Reply, ReplyReader>(new Reply(10, uint.MaxValue - 1));
        }

        request.Completed();

        Assert.Equal(10, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "input"));
        Assert.Equal(uint.MaxValue - 1, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));
    }

    IEnumerable<Reply> Measure(IEnumerable<Reply> sequence) => _measured.Site().Stream(null, default).Measure<Reply, ReplyReader>(sequence);

    static IEnumerable<Reply> Chunks(int count, Exception? failure = null)
    {
        for (var i = 0; i < count; i++)
        {
            yield return new Reply(i + 1, 2 * (i + 1), Content: true);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }
}
