using CrossTier.CompilerServices;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Scrapes;

public class RegistrationTests
{
    readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();

    [Fact]
    public async Task Before_or_after_the_first_call_is_the_same()
    {
        var early = Metrics.NewCustomRegistry().AddCrossTier();
        await Scrape.Of(early);
        Traffic.OfEachKind(Traffic.Site("early-late")).Succeeded();
        await Scrape.Of(early);
        Traffic.OfEachKind(Traffic.Site("early-late")).Succeeded();

        var samples = (await Scrape.Of(early)).With("early-late");

        Assert.InRange(samples.Count, 60, 120);
        AssertSame(samples, (await Scrape.Of(_registry.AddCrossTier())).With("early-late"));
    }

    [Fact]
    public async Task Added_twice_counts_once()
    {
        Assert.Same(_registry, _registry.AddCrossTier());
        Assert.Same(_registry, _registry.AddCrossTier());
        Traffic.Many(Traffic.Site("twice"), 7);

        var scrape = await Scrape.Of(_registry);

        Assert.Equal(7, scrape["""ai_gateway_requests_total{provider="twice",model="m",status="success"}"""]);
        Assert.Equal(7, scrape["""ai_gateway_request_duration_seconds_count{provider="twice",model="m"}"""]);
        Assert.Equal(7, scrape["""ai_gateway_call_duration_seconds_count{call="Chat.Ask",provider="twice",model="m"}"""]);
    }

    [Fact]
    public async Task Each_registry_gets_everything()
    {
        var other = Metrics.NewCustomRegistry().AddCrossTier();
        _registry.AddCrossTier();
        Traffic.Many(Traffic.Site("registries"), 5);
        var first = await Scrape.Of(_registry);
        Traffic.Many(Traffic.Site("registries"), 5);
        AssertSame((await Scrape.Of(_registry)).With("registries"), (await Scrape.Of(other)).With("registries"));
        Assert.Equal(5, first["""ai_gateway_requests_total{provider="registries",model="m",status="success"}"""]);
        Assert.Equal(10, (await Scrape.Of(other))["""ai_gateway_requests_total{provider="registries",model="m",status="success"}"""]);
    }

    [Fact]
    public async Task The_default_registry_takes_it_beside_its_own_metrics()
    {
        Traffic.Many(Traffic.Site("default-registry"), 1);

        Assert.NotEmpty((await Scrape.Of(Metrics.DefaultRegistry.AddCrossTier())).With("default-registry"));
    }

    [Fact]
    public async Task What_is_declared_is_there_at_zero()
    {
        Startup.Declare("RegistrationTests", [new DeclaredCall("Chat.Ask", "declared", "m", "gpu-1", AiTier.Local)], 1, 0, 0);
        _registry.AddCrossTier(options => options.Expect("expected", "m"));

        var scrape = await Scrape.Of(_registry);

        Assert.Equal(0, scrape["""ai_gateway_requests_total{provider="declared",model="m",status="failure"}"""]);
        Assert.Equal(0, scrape["""ai_gateway_request_duration_seconds_bucket{provider="declared",model="m",le="+Inf"}"""]);
        Assert.Equal(0, scrape["""ai_gateway_call_duration_seconds_sum{call="Chat.Ask",provider="declared",model="m"}"""]);
        Assert.Equal(0, scrape["""ai_gateway_errors_total{provider="expected",model="m",error="rate_limited"}"""]);
    }

    [Fact]
    public async Task A_time_series_that_is_gone_is_not_served_any_more()
    {
        AiMetrics.Configure(options => options.Expect("moving"));
        _registry.AddCrossTier();
        Assert.Single((await Scrape.Of(_registry)).With("moving"), sample => sample.Key.Contains("cloud", StringComparison.Ordinal));

        Traffic.Many(Traffic.Site("moving", tier: AiTier.Local), 1);

        var info = (await Scrape.Of(_registry)).With("moving").Keys.Where(key => key.StartsWith("ai_gateway_provider_info", StringComparison.Ordinal));
        Assert.Equal(["""ai_gateway_provider_info{provider="moving",tier="local"}"""], info);
    }

    [Fact]
    public async Task Metrics_switched_off_go_and_come_back_whole()
    {
        var site = Traffic.Site("switched");
        _registry.AddCrossTier();
        Traffic.Many(site, 3);
        await Scrape.Of(_registry);
        _registry.AddCrossTier(options => options.CallMetrics = false);
        try
        {
            var off = await Scrape.Of(_registry);
            Assert.DoesNotContain(
                off.Samples,
                sample => sample.Key.StartsWith("ai_gateway_call_requests", StringComparison.Ordinal)
                    || sample.Key.StartsWith("ai_gateway_call_duration", StringComparison.Ordinal));
            Traffic.Many(site, 3);
        }
        finally
        {
            _registry.AddCrossTier(options => options.CallMetrics = true);
        }

        var on = await Scrape.Of(_registry);
        Assert.Equal(6, on["""ai_gateway_call_requests_total{call="Chat.Ask",provider="switched",model="m",status="success"}"""]);
        Assert.Equal(6, on["""ai_gateway_call_duration_seconds_count{call="Chat.Ask",provider="switched",model="m"}"""]);
    }

    public static TheoryData<string, Action<IMetricFactory>> Clashes() => new()
    {
        { "another type", factory => factory.CreateGauge(MetricDefinitions.Tokens.Name, "Somebody else's.").Set(42) },
        { "other labels", factory => factory.CreateCounter(MetricDefinitions.Tokens.Name, "Somebody else's.", ["team"]).WithLabels("a").Inc(42) },
        {
            "the same labels",
            factory => factory.CreateCounter(MetricDefinitions.Tokens.Name, MetricDefinitions.Tokens.Help, [.. MetricDefinitions.Tokens.LabelNames])
                .WithLabels("clash", "m", "input").Inc(42)
        },
    };

    [Theory, MemberData(nameof(Clashes))]
    public async Task A_metric_of_that_name_that_is_another_s_is_left_alone_and_named(string what, Action<IMetricFactory> register)
    {
        var notices = new List<string>();
        register(Metrics.WithCustomRegistry(_registry));
        Action<string> log = Console.Error.WriteLine;
        _registry.AddCrossTier(options => (log, options.Log) = (options.Log, notices.Add));
        try
        {
            var before = PublishingErrors.Count;
            Traffic.Many(Traffic.Site("clash"), 2);
            await Scrape.Of(_registry);
            var scrape = await Scrape.Of(_registry);

            Assert.Equal(42, scrape.Samples.Single(sample => sample.Key.StartsWith(MetricDefinitions.Tokens.Name, StringComparison.Ordinal)).Value);
            Assert.NotEqual(0, scrape["""ai_gateway_requests_total{provider="clash",model="m",status="success"}"""]);
            Assert.Equal(before + 1, scrape[MetricDefinitions.ScrapeErrors.Name]);
            Assert.All(notices, notice => Assert.Contains(MetricDefinitions.Tokens.Name + " is not published", notice));
            Assert.NotEmpty(what);
        }
        finally
        {
            _registry.AddCrossTier(options => options.Log = log);
        }
    }

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => ((CollectorRegistry)null!).AddCrossTier());

    static void AssertSame(Dictionary<string, double> expected, Dictionary<string, double> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, sample => Assert.Equal(sample.Value, actual[sample.Key], 1e-12));
    }
}
