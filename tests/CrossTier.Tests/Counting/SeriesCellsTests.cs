using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Tests.Counting;

/// <summary>Cells are written by one thread and read by others: each request is seen whole, and none is lost when its thread ends.</summary>
[Collection(CellsCollection.Name)]
public class SeriesCellsTests
{
    static readonly string[] Tiers = ["flex", "priority", "scale", "batch"];

    static readonly long Tick = Stopwatch.Frequency;

    /// <summary>Sums while two threads write without a pause: by whole outcomes, and by the short way of a success that was no stream.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reader_never_sees_half_a_request(bool areStreams)
    {
        var cells = new SeriesCells();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 2).Select(_ => Start(() =>
        {
            for (var i = 0L; !stop.IsCancellationRequested; i++)
            {
                cells.Start();
                var request = Request(i);
                if (areStreams || request.Status != RequestStatus.Success)
                {
                    cells.End(request, moved: false);
                }
                else
                {
                    cells.Succeed(request.Ticks, request.Reading);
                }
            }
        })).ToList();

        var last = 0L;
        for (var reads = 0; reads < 100_000 || last == 0; reads++)
        {
            var sum = cells.Sum();
            AssertConsistent(sum, areStreams);
            Assert.True(sum.Ended >= last, "A sum went backwards.");
            last = sum.Ended;
        }

        stop.Cancel();
        writers.ForEach(writer => writer.Join());
        var end = cells.Sum();
        AssertConsistent(end, areStreams);
        Assert.Equal(end.Started, end.Ended);
    }

    [Fact]
    public void What_a_thread_counted_outlives_it()
    {
        const int Threads = 300;
        const int Requests = 200;
        var cells = new SeriesCells();
        var before = ThreadCells.Bytes;
        for (var i = 0; i < Threads; i++)
        {
            Start(() =>
            {
                for (var request = 0; request < Requests; request++)
                {
                    cells.Start();
                    cells.End(Request(request), moved: false);
                }
            }).Join();

            if (i % 50 == 0)
            {
                GC.Collect();
            }

            AssertConsistent(cells.Sum());
        }

        Collect();
        var sum = cells.Sum();
        AssertConsistent(sum);
        Assert.Equal(Threads * Requests, sum.Started);
        Assert.Equal(Threads * Requests, sum.Ended);
        Assert.InRange(ThreadCells.Bytes - before, long.MinValue, 64 * 1024);
    }

    [Fact]
    public void A_request_that_ends_on_another_thread_leaves_the_gauge_at_zero()
    {
        var cells = new SeriesCells();
        cells.Start();
        Start(() => cells.End(Request(1), moved: false)).Join();
        Collect();
        var sum = cells.Sum();
        Assert.Equal((1, 1), (sum.Started, sum.Ended));
    }

    /// <summary>Every total of a request is tied to its duration: a sum that mixes two requests breaks a tie.</summary>
    static Outcome Request(long i)
    {
        var reading = default(ReplyReading);
        reading.Tokens(10, 20, 5, null, 2);
        reading.Finished("stop");
        reading.ToolUses("web_search", 3);
        return (i % 3) switch
        {
            0 => new Outcome(RequestStatus.Success, default, Tick, Tick, reading, ProducedOutput: true) { ServiceTier = Tiers[i % Tiers.Length] },
            1 => new Outcome(RequestStatus.Failure, ErrorKind.Timeout, Tick, null, default, ProducedOutput: false),
            _ => new Outcome(RequestStatus.Cancelled, default, Tick, null, default, ProducedOutput: false),
        };
    }

    static long Tokens(NamedCounts? tiers)
    {
        var tokens = 0L;
        foreach (var (_, parts) in tiers is null ? default : tiers.All)
        {
            tokens += parts.Sum();
        }

        return tokens;
    }

    static void AssertConsistent(in Totals sum, bool areStreams = true)
    {
        var durations = 0L;
        var ticks = 0L;
        for (var i = 0; i < Buckets.Count; i++)
        {
            durations += sum.Durations.Counts[i];
            ticks += sum.Durations.Ticks[i];
        }

        var firstTokens = 0L;
        for (var i = 0; i < Buckets.Count && sum.Streams is not null; i++)
        {
            firstTokens += sum.Streams.FirstToken.Counts[i];
        }

        Assert.True(
            durations == sum.Success + sum.Failure
            && ticks == Tick * durations
            && sum.CancelledTicks == Tick * sum.Cancelled
            && sum.Ended == sum.Success + sum.Failure + sum.Cancelled
            && sum.InputTokens == 10 * sum.Success
            && sum.OutputTokens == 20 * sum.Success
            && (sum.Rare?.Details[0] ?? 0) == 5 * sum.Success
            && (sum.Rare?.Details[^1] ?? 0) == 2 * sum.Success
            && (sum.Rare?.Errors[(int)ErrorKind.Timeout] ?? 0) == sum.Failure
            && sum.Finished[(int)FinishReason.Stop] == sum.Success
            && (sum.Rare?.ToolUses?["web_search"][0] ?? 0) == 3 * sum.Success
            && Tokens(sum.Rare?.Tiers) == (areStreams ? 30 * sum.Success : 0)
            && firstTokens == (areStreams ? sum.Success : 0)
            && sum.Started >= sum.Ended,
            "A sum holds a part of a request.");
    }

    static Thread Start(Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    internal static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
