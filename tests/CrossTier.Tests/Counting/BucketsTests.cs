using System.Diagnostics;
using CrossTier.Counting;
using CrossTier.Exposition;

namespace CrossTier.Tests.Counting;

public class BucketsTests
{
    static readonly double[] Literals = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92, 163.84, 327.68, 655.36];

    [Fact]
    public void The_bounds_equal_their_decimal_literals()
    {
        Assert.Equal(Literals, Buckets.Bounds);
        Assert.Equal(Literals, HistogramValue.Bounds);
        Assert.Equal(Buckets.Count, Literals.Length + 1);
    }

    [Fact]
    public void A_bound_belongs_to_its_bucket_and_the_next_tick_to_the_next()
    {
        for (var bucket = 0; bucket < Literals.Length; bucket++)
        {
            var bound = (Stopwatch.Frequency / 100) << bucket;
            Assert.Equal(Literals[bucket], Buckets.Seconds(bound));
            Assert.Equal(bucket, Buckets.IndexOf(bound - 1));
            Assert.Equal(bucket, Buckets.IndexOf(bound));
            Assert.Equal(bucket + 1, Buckets.IndexOf(bound + 1));
        }
    }

    [Theory]
    [InlineData(long.MinValue, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(long.MaxValue, 17)]
    public void No_duration_is_out_of_range(long ticks, int bucket) => Assert.Equal(bucket, Buckets.IndexOf(ticks));

    [Fact]
    public void The_index_is_that_of_a_search_over_the_bounds()
    {
        var random = new Random(17);
        for (var i = 0; i < 200_000; i++)
        {
            var ticks = (long)Math.Pow(10, random.NextDouble() * 13);
            var expected = Array.FindIndex(Buckets.Bounds, bound => Buckets.Seconds(ticks) <= bound);
            Assert.Equal(expected < 0 ? Literals.Length : expected, Buckets.IndexOf(ticks));
        }
    }

    [Fact]
    public void A_distribution_keeps_count_and_ticks_of_each_bucket()
    {
        var durations = new Distribution();
        var second = Stopwatch.Frequency;
        durations.Observe(second);
        durations.Observe(second + 1);
        durations.Observe(second * 1_000);
        var both = new Distribution();
        both.Add(durations);
        both.Add(durations);

        var value = new HistogramValue(both.Counts, both.Ticks);

        Assert.Equal(6, value.Count);
        Assert.Equal(4, value.Counts[7]);
        Assert.Equal(2, value.Counts[17]);
        Assert.Equal(Buckets.Seconds(4 * second + 2), value.SumOf(7));
        Assert.Equal(Buckets.Seconds(2_004 * second + 2), value.Sum);
    }
}
