using CrossTier.Exposition;
using CrossTier.Tests.Outcomes;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class RobustnessTests
{
    readonly Measured _measured = new();

    [Fact]
    public async Task A_reply_that_cannot_be_read_is_handed_on_and_missed()
    {
        var reply = new Reply(1, 2);
        var source = new TaskCompletionSource<Reply>();
        var pending = _measured.Start().Measure<Reply, ThrowingReader>(source.Task);
        source.SetResult(reply);

        Assert.Same(reply, await pending);
        Assert.Same(reply, await _measured.Start().Measure<Reply, ThrowingReader>(new ValueTask<Reply>(reply)));
        Assert.Same(reply, _measured.Start().Measure<Reply, ThrowingReader>(reply));
        Assert.Equal((3, 0, 0, 0), _measured.Requests());
        Assert.Equal(3, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));
        Assert.Single(WarningLog.Of("usage of Reply"));
    }

    [Fact]
    public void A_client_that_cannot_be_read_is_called_all_the_same()
    {
        var site = _measured.Site(provider: null, model: null, apiProvider: "acme");
        for (var i = 0; i < 3; i++)
        {
            site.Start<Client, ThrowingClientReader>(new Client(), "m", default).Succeeded();
        }

        Assert.Equal((3, 0, 0, 0), _measured.Requests("acme", "m"));
        Assert.Single(WarningLog.Of("labels of Client"));
    }

    [Theory, EachShape]
    public async Task An_exception_that_throws_when_it_is_looked_at_is_thrown_and_counted(Shape shape, bool isPending)
    {
        foreach (var failure in new Exception[] { new ThrowingMessageException(400), new ThrowingStatusException() })
        {
            var source = new TaskCompletionSource<Reply>();
            var call = isPending ? shape.Await(_measured.Start(), source.Task) : null;
            source.SetException(failure);
            call ??= shape.Await(_measured.Start(), source.Task);

            Assert.True(await Throws(call, failure));
        }

        Assert.Equal((0, 2, 0, 0), _measured.Requests());
    }

    // Record.Exception reads the message.
    static async Task<bool> Throws(Task call, Exception failure)
    {
        try
        {
            await call;
            return false;
        }
        catch (Exception e)
        {
            return ReferenceEquals(e, failure);
        }
    }

    [Fact]
    public void A_log_that_throws_breaks_nothing()
    {
        var sink = Warnings.Sink;
        try
        {
            Warnings.Sink = line =>
            {
                sink(line);
                if (line.Contains("throwing-log", StringComparison.Ordinal))
                    throw new InvalidOperationException();
            };
            _measured.Registry.Tiers.GetTier("throwing-log", AiTier.Local, null);
            _measured.Registry.Tiers.GetTier("throwing-log", AiTier.Cloud, null);
            _measured.Registry.Tiers.GetTier("throwing-log", AiTier.Cloud, null);
        }
        finally
        {
            Warnings.Sink = sink;
        }

        Assert.Equal(2, WarningLog.Of("'throwing-log'").Count);
    }

    [Fact]
    public void Options_refuse_what_makes_no_sense()
    {
        var options = new CrossTierOptions(_measured.Registry);
        Assert.Equal(200, options.MaxLabelSets);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxLabelSets = -1);
        Assert.Throws<ArgumentNullException>(() => options.Log = null!);
        Assert.Throws<ArgumentException>(() => options.Expect(" "));
        Assert.Throws<ArgumentException>(() => options.Expect("openai", ""));
        Assert.Throws<ArgumentNullException>(() => AiMetrics.Configure(null!));

        options.MaxLabelSets = 500;
        options.Expect("anthropic");
        options.Expect("openai", "gpt-4o");

        Assert.Equal(500, _measured.Registry.Cap.Max);
        Assert.Equal((0, 0, 0, 0), _measured.Requests());
        Assert.Equal(1, _measured.Value(MetricDefinitions.ProviderInfo, "anthropic", "cloud"));
    }
}
