using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class UsageTests
{
    readonly Measured _measured = new();

    double Missing => _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o");

    [Fact]
    public void A_success_without_usage_misses_it()
    {
        _measured.Start().Measure<Reply, ReplyReader>(Reply.Empty);
        _measured.Start().Succeeded();
        _measured.Start().Measure<Reply, NoReader<Reply>>(new Reply(1, 1));

        Assert.Equal(3, Missing);
    }

    [Fact]
    public void One_count_is_a_usage_and_zeros_are_none()
    {
        _measured.Start().Measure<Reply, ReplyReader>(new Reply(0, 0));
        _measured.Start().Measure<Reply, ReplyReader>(new Reply(Input: 7));
        _measured.Start().Measure<Reply, ReplyReader>(new Reply(Output: 5));

        Assert.Equal(1, Missing);
        Assert.Equal((7, 5), Tokens());
    }

    [Fact]
    public void Failures_cancellations_and_images_miss_none()
    {
        using var caller = new CancellationTokenSource();
        caller.Cancel();
        _measured.Start().RecordFailure(new TimeoutException());
        _measured.Start(caller.Token).RecordFailure(new OperationCanceledException());
        _measured.Start().Measure<Reply, ImageReader>(Reply.Empty);

        Assert.Equal(0, Missing);
    }

    [Theory]
    [InlineData(-1, 5, 0, 5)]
    [InlineData(5, -1, 5, 0)]
    [InlineData(long.MinValue, 0, 0, 0)]
    [InlineData(long.MaxValue, 0, 0, 0)]
    [InlineData(0, 1L << 40, 0, 0)]
    public void A_negative_or_implausible_number_is_no_count(long input, long output, double expectedInput, double expectedOutput)
    {
        _measured.Start().Measure<Reply, ReplyReader>(new Reply(input, output));

        Assert.Equal(expectedInput + expectedOutput > 0 ? 0 : 1, Missing);
        Assert.Equal((expectedInput, expectedOutput), Tokens());
        Assert.Equal((1, 0, 0, 0), _measured.Requests());
    }

    [Fact]
    public void The_parts_are_counted_beside_the_whole()
    {
        _measured.Start().Measure<Reply, DetailsReader>(Reply.Empty);
        _measured.Start().Measure<Reply, DetailsReader>(Reply.Empty);

        Assert.Equal((200, 60), Tokens());
        Assert.Equal(80, _measured.Value(MetricDefinitions.TokenDetails, "openai", "gpt-4o", "cached_input"));
        Assert.Equal(20, _measured.Value(MetricDefinitions.TokenDetails, "openai", "gpt-4o", "cache_write_input"));
        Assert.Equal(50, _measured.Value(MetricDefinitions.TokenDetails, "openai", "gpt-4o", "reasoning_output"));
        Assert.Equal(60, _measured.Value(MetricDefinitions.CallTokens, Measured.Call, "openai", "gpt-4o", "output"));
    }

    (double Input, double Output) Tokens() =>
        (_measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "input"), _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "output"));

    readonly struct ImageReader : IReplyReader<Reply>
    {
        public static void Read(Reply reply, ref ReplyReading reading) => reading.WithoutTokens();
    }

    readonly struct DetailsReader : IReplyReader<Reply>
    {
        public static void Read(Reply reply, ref ReplyReading reading) => reading.Tokens(100, 30, 40, 10, 25);
    }
}
