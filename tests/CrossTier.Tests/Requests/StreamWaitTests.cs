using System.Threading.Channels;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

/// <summary>Which waits of a stream are counted.</summary>
public sealed class StreamWaitTests
{
    readonly Measured _measured = new();
    readonly Channel<Reply> _chunks = Channel.CreateUnbounded<Reply>();

    [Fact]
    public async Task Chunks_that_are_there_count_no_wait()
    {
        Send(4);
        _chunks.Writer.Complete();
        await using var reader = Open();
        while (await reader.MoveNextAsync())
        {
        }

        Assert.Equal((0, 0), Counts());
    }

    [Fact]
    public async Task Wait_for_the_first_chunk_is_no_stall()
    {
        await using var reader = Open();
        await Pending(reader, () => Send(4));
        _chunks.Writer.Complete();
        while (await reader.MoveNextAsync())
        {
        }

        Assert.Equal((0, 0), Counts());
    }

    [Fact]
    public async Task Stream_that_waits_between_chunks_is_in_both_histograms_once()
    {
        await using var reader = Open();
        await Pending(reader, () => Send(1));
        await Pending(reader, () => Send(1));
        await Pending(reader, () => Send(2));
        await reader.MoveNextAsync();
        await Pending(reader, () => _chunks.Writer.Complete());

        Assert.Equal((1, 1), Counts());
    }

    [Fact]
    public async Task Wait_that_ends_in_a_failure_is_a_stall()
    {
        await using var reader = Open();
        await Pending(reader, () => Send(1));
        await Assert.ThrowsAsync<TimeoutException>(() => Pending(reader, () => _chunks.Writer.Complete(new TimeoutException())));

        Assert.Equal((1, 0), Counts());
    }

    [Fact]
    public async Task Stall_is_the_longest_wait_and_not_what_its_reader_does()
    {
        await using var reader = Open();
        await Pending(reader, () => Send(1));
        await Pending(reader, () => Send(1), TimeSpan.FromMilliseconds(120));
        await Pending(reader, () => Send(1));
        _chunks.Writer.Complete();
        await reader.MoveNextAsync();

        var stall = _measured.Histogram(MetricDefinitions.StreamStall, "openai", "gpt-4o");
        Assert.Equal(1, stall.Count);
        Assert.InRange(stall.Sum, 0.1, 60);
        Assert.Equal(13, stall.Counts.Length);
    }

    (long Stalls, long OutputTokens) Counts() => (Count(MetricDefinitions.StreamStall), Count(MetricDefinitions.TimePerOutputToken));

    long Count(MetricDefinition metric) => _measured.Find(metric, "openai", "gpt-4o")?.Histogram!.Count ?? 0;

    IAsyncEnumerator<Reply> Open() =>
        _measured.Site().Stream(null, default).Measure<Reply, ReplyReader>(_chunks.Reader.ReadAllAsync()).GetAsyncEnumerator();

    void Send(int chunks)
    {
        for (var i = 0; i < chunks; i++)
        {
            _chunks.Writer.TryWrite(new Reply(Input: 1, Output: 20, Content: true));
        }
    }

    static async Task Pending(IAsyncEnumerator<Reply> reader, Action answer, TimeSpan delay = default)
    {
        var next = reader.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await Task.Delay(delay);
        answer();
        await next;
    }
}
