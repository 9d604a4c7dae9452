using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

public class UnknownModelTests
{
    readonly Measured _measured = new();

    [Fact]
    public void A_request_without_a_model_is_counted_under_that_of_its_reply_and_leaves_the_gauge_where_it_was()
    {
        var request = _measured.Site(model: null).Start(null, default);
        Assert.Equal((0, 0, 0, 1), _measured.Requests(model: "unknown"));

        request.Measure<Reply, ReplyReader>(new Reply(3, 4, "models/gemini-2.0-flash"));

        Assert.Equal((0, 0, 0, 0), _measured.Requests(model: "unknown"));
        Assert.Equal((1, 0, 0, 0), _measured.Requests(model: "gemini-2.0-flash"));
        Assert.Equal(3, _measured.Value(MetricDefinitions.Tokens, "openai", "gemini-2.0-flash", "input"));
        Assert.Equal(4, _measured.Value(MetricDefinitions.CallTokens, Measured.Call, "openai", "gemini-2.0-flash", "output"));
        Assert.Equal(1, _measured.Histogram(MetricDefinitions.Duration, "openai", "gemini-2.0-flash").Count);
        Assert.Equal(0, _measured.Histogram(MetricDefinitions.Duration, "openai", "unknown").Count);
    }

    [Fact]
    public void A_failure_stays_unknown()
    {
        _measured.Site(model: null).Start(null, default).RecordFailure(new TimeoutException());

        Assert.Equal((0, 1, 0, 0), _measured.Requests(model: "unknown"));
    }

    [Fact]
    public void A_model_that_is_known_does_not_move()
    {
        _measured.Start().Measure<Reply, ReplyReader>(new Reply(Model: "gpt-4o-2024-08-06"));
        _measured.Site(model: null).Start("gpt-4o", default).Measure<Reply, ReplyReader>(new Reply(Model: "gpt-4o-2024-08-06"));

        Assert.Equal((2, 0, 0, 0), _measured.Requests());
        Assert.Null(_measured.Find(MetricDefinitions.InFlight, "openai", "gpt-4o-2024-08-06"));
    }

    [Theory]
    [InlineData("stated", "asked", "client", "stated")]
    [InlineData(null, "asked", "client", "asked")]
    [InlineData(null, null, "client", "client")]
    [InlineData(" ", "", "client", "client")]
    [InlineData(null, null, null, "reply")]
    public void Stated_beats_asked_beats_the_client_s_own_beats_the_reply_s(string? stated, string? asked, string? own, string label)
    {
        _measured.Site(model: stated)
            .Start<Client, ClientReader>(new Client(model: own), asked, default)
            .Measure<Reply, ReplyReader>(new Reply(Model: "reply"));

        Assert.Equal((1, 0, 0, 0), _measured.Requests(model: label));
    }

    [Fact]
    public void A_local_gauge_returns_to_zero_on_the_instance_that_it_rose_on()
    {
        var client = new Client("vllm", endpoint: "http://gpu-7:8000");
        var request = _measured.Site(provider: null, model: null).Start<Client, ClientReader>(client, null, default);
        Assert.Equal(1, _measured.Value(MetricDefinitions.LocalQueueDepth, "unknown", "gpu-7:8000"));

        request.Measure<Reply, ReplyReader>(new Reply(Model: "qwen"));

        Assert.Equal(0, _measured.Value(MetricDefinitions.LocalQueueDepth, "unknown", "gpu-7:8000"));
        Assert.Equal(0, _measured.Value(MetricDefinitions.LocalQueueDepth, "qwen", "gpu-7:8000"));
    }

    [Fact]
    public void Replies_that_name_ever_new_models_are_capped()
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < 10_000; i++)
        {
            site.Start(null, default).Measure<Reply, ReplyReader>(new Reply(Model: "m" + i));
        }

        Assert.Equal(10_000, _measured.Points(MetricDefinitions.Requests).Sum(point => point.Value));
        Assert.Equal(0, _measured.Sum(MetricDefinitions.InFlight));
        Assert.InRange(_measured.Points(MetricDefinitions.InFlight).Length, 100, 202);
        Assert.InRange(_measured.Requests(model: "other").Success, 9_700, 9_900);
    }

    [Fact]
    public void A_client_is_asked_once_and_kept_alive_by_nobody()
    {
        var site = _measured.Site(provider: null, model: null);
        var weak = Use(site);

        for (var i = 0; i < 10 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(weak.IsAlive);
        Assert.Equal(3, _measured.Requests("acme", "m").Success);
        GC.KeepAlive(site);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static WeakReference Use(CrossTier.CompilerServices.CallSite site)
    {
        var client = new Client("acme", "m");
        for (var i = 0; i < 3; i++)
        {
            site.Start<Client, ClientReader>(client, null, default).Succeeded();
        }

        Assert.Equal(1, client.Reads);
        return new WeakReference(client);
    }

    [Fact]
    public void Each_client_has_its_own_labels()
    {
        var site = _measured.Site(provider: null, model: null);
        var (a, b) = (new Client("a", "m"), new Client("b", "m"));
        for (var i = 0; i < 5; i++)
        {
            site.Start<Client, ClientReader>(a, null, default).Succeeded();
            site.Start<Client, ClientReader>(b, null, default).Succeeded();
            site.Start<Client, ClientReader>(b, "n", default).Succeeded();
            site.Start<Client, ClientReader>(null, "n", default).Succeeded();
        }

        Assert.Equal(5, _measured.Requests("a", "m").Success);
        Assert.Equal(5, _measured.Requests("b", "m").Success);
        Assert.Equal(5, _measured.Requests("b", "n").Success);
        Assert.Equal(5, _measured.Requests("unknown", "n").Success);
    }
}
