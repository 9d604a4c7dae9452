using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class RateLimitRemainingTests
{
    readonly Measured _measured = new();

    [Fact]
    public void The_last_reply_that_said_it_holds()
    {
        Say("59", "149984");
        Say("58", null);
        Say(null, null);

        Assert.Equal(58, Remaining("requests"));
        Assert.Equal(149984, Remaining("tokens"));
    }

    [Fact]
    public void It_is_absent_where_no_reply_says_it()
    {
        Say(null, null);
        Say("", "-1");
        Say("soon", "1e3");

        Assert.Empty(_measured.Points(MetricDefinitions.RateLimitRemaining));
    }

    [Fact]
    public void A_failure_that_says_it_counts_too()
    {
        ReplyReading reading = default;
        reading.SetRateLimitRemaining("0", null);
        _measured.Site().Source
            .GetSeries(default, null, default)
            .End(new Outcome(CrossTier.Outcomes.RequestStatus.Failure, CrossTier.Protocols.ErrorKind.RateLimited, 1, null, reading, ProducedOutput: false));

        Assert.Equal(0, Remaining("requests"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_kept_under_the_model_of_the_reply_where_the_request_names_none(bool modelFirst)
    {
        ReplyReading reading = default;
        if (modelFirst)
        {
            reading.Model("gpt-4o-mini");
        }

        reading.SetRateLimitRemaining("7", null);
        reading.Model("gpt-4o-mini");
        reading.Model("another");
        _measured.Site(model: null).Start(null, default).Measure<ReplyReading, AsItIs>(reading);

        Assert.Equal(7, _measured.Value(MetricDefinitions.RateLimitRemaining, "openai", "gpt-4o-mini", "requests"));
        Assert.Equal(1, _measured.Value(MetricDefinitions.Requests, "openai", "gpt-4o-mini", "success"));
    }

    [Fact]
    public void It_is_capped_as_other_labels_are()
    {
        var measured = new Measured(maxLabelSets: 10);
        for (var i = 0; i < 100; i++)
        {
            ReplyReading reading = default;
            reading.SetRateLimitRemaining("1", "2");
            measured.Site(provider: null, model: null, apiProvider: "openai").Start("model-" + i, default).Measure<ReplyReading, AsItIs>(reading);
        }

        Assert.InRange(measured.Points(MetricDefinitions.RateLimitRemaining).Length, 2, 2 * 11);
    }

    [Fact]
    public void A_reading_is_no_larger_for_it() => Assert.Equal(40, Unsafe.SizeOf<ReplyReading>());

    readonly struct AsItIs : IReplyReader<ReplyReading>
    {
        public static void Read(ReplyReading reply, ref ReplyReading reading) => reading = reply;
    }

    void Say(string? requests, string? tokens)
    {
        ReplyReading reading = default;
        reading.SetRateLimitRemaining(requests, tokens);
        _measured.Start().Measure<ReplyReading, AsItIs>(reading);
    }

    double Remaining(string kind) => _measured.Value(MetricDefinitions.RateLimitRemaining, "openai", "gpt-4o", kind);
}
