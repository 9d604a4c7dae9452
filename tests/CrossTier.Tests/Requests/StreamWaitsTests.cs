using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Requests;

namespace CrossTier.Tests.Requests;

/// <summary>What is summed up of a stream's waits, by a clock of the test's own.</summary>
public sealed class StreamWaitsTests
{
    [Fact]
    public void Waits_are_summed_after_the_first_token_and_the_longest_is_of_all()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var waits = StreamWaits.Rent();
            var (now, longest, sum, chunks) = (1L, 0L, 0L, 0);
            var firstToken = random.Next(5);
            for (var i = 0; i < random.Next(30); i++)
            {
                now += random.Next(1000); // What the consumer does.
                if (random.Next(3) > 0)
                {
                    var wait = random.NextInt64(1, 1_000_000);
                    waits.Begin(now);
                    Assert.True(waits.IsPending);
                    now += wait;
                    waits.End(now, isForToken: i > firstToken);
                    longest = Math.Max(longest, wait);
                    sum += i > firstToken ? wait : 0;
                }

                if (i > firstToken)
                {
                    waits.Chunk();
                    chunks++;
                }

                Assert.False(waits.IsPending);
            }

            var reasoning = random.Next(20);
            var output = reasoning + random.Next(20);
            var written = chunks > output - reasoning + 1 ? output : output - reasoning;
            Assert.Equal(longest, waits.Longest);
            Assert.Equal(written < 3 || sum == 0 ? null : sum / (written - 1), waits.PerOutputToken(output, reasoning));
            waits.Return();
        }
    }

    [Theory]
    [InlineData(2, 0, 1, null)] // one token after the first
    [InlineData(3, 0, 2, 500L)]
    [InlineData(11, 0, 10, 100L)]
    [InlineData(111, 100, 11, 100L)] // reasoning stayed with the provider
    [InlineData(111, 100, 111, 9L)] // reasoning came in chunks
    [InlineData(0, 0, 5, null)] // no output reported
    public void Reasoning_that_was_not_streamed_is_left_out(long output, long reasoning, int chunks, long? expected)
    {
        var waits = StreamWaits.Rent();
        waits.Begin(10);
        waits.End(1010, isForToken: true);
        for (var i = 0; i < chunks; i++)
        {
            waits.Chunk();
        }

        Assert.Equal(expected, waits.PerOutputToken(output, reasoning));
        waits.Return();
    }

    [Fact]
    public void What_is_lent_again_knows_nothing_of_the_stream_before()
    {
        var waits = StreamWaits.Rent();
        waits.Begin(5);
        waits.End(50, isForToken: true);
        waits.Begin(60);
        waits.Return();

        var next = StreamWaits.Rent();
        Assert.Same(waits, next);
        Assert.Equal((false, 0L, (long?)null), (next.IsPending, next.Longest, next.PerOutputToken(9, 0)));
        Assert.NotSame(next, StreamWaits.Rent());
    }

    [Fact]
    public void A_bound_is_in_its_bucket_and_a_tick_more_in_the_next()
    {
        double[] tokens = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1.024];
        double[] stalls = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4];
        Assert.Equal(tokens, WaitBounds.OutputToken);
        Assert.Equal(stalls, WaitBounds.Stall);
        foreach (var bounds in new[] { WaitBounds.OutputToken, WaitBounds.Stall })
        {
            for (var bucket = 0; bucket < bounds.Length; bucket++)
            {
                var bound = (long)Math.Round(bounds[bucket] * System.Diagnostics.Stopwatch.Frequency);
                var waits = new WaitDistribution(bounds);
                waits.Observe(bound);
                Assert.Equal(1, waits.Counts[bucket]);
                waits.Observe(bound + 1);
                Assert.Equal((1L, bound + 1), (waits.Counts[bucket + 1], waits.Ticks[bucket + 1]));
            }
        }
    }
}
