using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

/// <summary>Why models stopped.</summary>
public sealed class FinishReasonTests
{
    readonly Measured _measured = new();

    [Fact]
    public void Successes_are_counted_by_the_reason_that_their_reply_reports()
    {
        foreach (var reason in new[] { "stop", "end_turn", "length", "max_tokens", "content_filter", "tool_calls", "weather", null })
        {
            _measured.Start().Measure<Say, SayReader>((ref ReplyReading reading) => reading.Finished(reason));
        }

        Assert.Equal(
            [("stop", 2), ("length", 2), ("content_filter", 1), ("tool_calls", 1), ("other", 1)],
            _measured.Points(MetricDefinitions.FinishReasons).Select(point => (point.Labels[2], (int)point.Value)));
    }

    [Fact]
    public void All_reasons_exist_from_the_first_one_on()
    {
        _measured.Start().Succeeded();
        Assert.Empty(_measured.Points(MetricDefinitions.FinishReasons));
        _measured.Start().Measure<Say, SayReader>((ref ReplyReading reading) => reading.Finished("stop"));
        Assert.Equal(0, _measured.Value(MetricDefinitions.FinishReasons, "openai", "gpt-4o", "length"));
    }

    [Fact]
    public void A_stream_counts_its_last_reason_and_a_failure_none()
    {
        static void Cut(ref ReplyReading reading) => reading.Finished("length");

        _ = _measured.Site().Stream(null, default).Measure<Say, SayReader>([Cut]).Count();
        _measured.Start().Measure<Say, SayReader>((ref ReplyReading reading) =>
        {
            reading.Finished("stop");
            reading.Failed("server_error");
        });

        Assert.Equal(1, _measured.Sum(MetricDefinitions.FinishReasons));
        Assert.Equal(1, _measured.Value(MetricDefinitions.FinishReasons, "openai", "gpt-4o", "length"));
    }
}
