using CrossTier.AspNetCore.Figures;
using CrossTier.Exposition;

namespace CrossTier.Pages.Tests;

/// <summary>Quantiles of buckets: each expected value was worked out by hand from the definition of <c>histogram_quantile</c>.</summary>
public sealed class QuantileTests
{
    [Fact]
    public void Without_durations_there_is_none() => Assert.Null(Quantile.Of(0.5, Buckets()));

    [Theory]
    [InlineData(0.5, 0.005)] // 5 of 10 in 0 to 0.01 s.
    [InlineData(1, 0.01)]
    public void The_first_bucket_begins_at_0(double quantile, double expected) => Assert.Equal(expected, Quantile.Of(quantile, Buckets((0, 10)))!.Value, 12);

    [Fact]
    public void Within_a_bucket_it_is_linear() => Assert.Equal(0.06, Quantile.Of(0.5, Buckets((3, 8)))!.Value, 12);

    [Fact]
    public void It_goes_over_empty_buckets() => Assert.Equal(0.16 + (0.16 * 0.5), Quantile.Of(0.75, Buckets((0, 2), (5, 2)))!.Value, 12);

    [Fact]
    public void A_rank_at_a_bound_is_that_bound() => Assert.Equal(0.01, Quantile.Of(0.5, Buckets((0, 2), (5, 2)))!.Value, 12);

    [Fact]
    public void Past_the_last_bound_it_is_that_bound() => Assert.Equal(655.36, Quantile.Of(0.99, Buckets((17, 1)))!.Value);

    static long[] Buckets(params (int Bucket, long Count)[] counts)
    {
        var buckets = new long[HistogramValue.Bounds.Length + 1];
        foreach (var (bucket, count) in counts)
        {
            buckets[bucket] = count;
        }

        return buckets;
    }
}
