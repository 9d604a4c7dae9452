using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

public class LabelCapTests
{
    const int Flood = 100_000;

    readonly Measured _measured = new();

    [Fact]
    public void A_flood_of_models_that_succeed_fills_the_cap_and_counts_the_rest_as_other()
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < Flood; i++)
        {
            site.Start("m" + i, default).Succeeded();
        }

        Assert.Equal(Flood, SumOfSuccess());
        Assert.Equal(201, _measured.Points(MetricDefinitions.InFlight).Length);
        Assert.Equal(Flood - 200, _measured.Requests(model: "other").Success);
        Assert.Equal(200, _measured.Registry.Cap.Count);
        Assert.Equal(0, _measured.Sum(MetricDefinitions.InFlight));
    }

    [Fact]
    public void A_flood_of_models_that_fail_holds_a_tenth()
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < Flood; i++)
        {
            site.Start("junk" + i, default).RecordFailure(new TimeoutException());
        }

        Assert.Equal(20, _measured.Registry.Cap.Count);
        Assert.Equal(21, _measured.Points(MetricDefinitions.InFlight).Length);
        Assert.Equal(Flood, _measured.Sum(MetricDefinitions.Errors));

        site.Start("works", default).Succeeded();
        Assert.Null(_measured.Find(MetricDefinitions.InFlight, "openai", "works"));
        site.Start("works", default).Succeeded();
        Assert.Equal((1, 0, 0, 0), _measured.Requests(model: "works"));
        Assert.Equal(1, _measured.Requests(model: "other").Success);
    }

    [Fact]
    public void A_name_that_proved_itself_makes_room_for_the_next()
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < 25; i++)
        {
            site.Start("m" + i, default).RecordFailure(new TimeoutException());
        }

        Assert.Equal(20, _measured.Registry.Cap.Count);
        site.Start("m0", default).Succeeded();
        site.Start("m24", default).RecordFailure(new TimeoutException());

        Assert.Equal((0, 1, 0, 0), _measured.Requests(model: "m24"));
        Assert.Equal(21, _measured.Registry.Cap.Count);
    }

    [Fact]
    public void Pairs_stated_in_code_do_not_count()
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < 1_000; i++)
        {
            site.Start("m" + i, default).Succeeded();
        }

        for (var i = 0; i < 10; i++)
        {
            _measured.Site(model: "stated" + i).Start(null, default).Succeeded();
            Assert.Equal(1, _measured.Requests(model: "stated" + i).Success);
        }

        _measured.Registry.DeclareLabelSet("openai", "expected", AiTier.Auto);
        site.Start("expected", default).Succeeded();
        Assert.Equal(1, _measured.Requests(model: "expected").Success);
    }

    [Fact]
    public void A_cap_of_zero_counts_every_found_model_as_other()
    {
        var measured = new Measured(maxLabelSets: 0);
        measured.Site(model: null).Start("m", default).Succeeded();
        measured.Site(model: null).Start("m", default).Succeeded();
        measured.Site().Start(null, default).Succeeded();

        Assert.Equal(2, measured.Requests(model: "other").Success);
        Assert.Equal(1, measured.Requests().Success);
    }

    [Fact]
    public void Providers_and_instances_are_capped_too()
    {
        var site = _measured.Site(provider: null, model: "m", tier: AiTier.Local);
        for (var i = 0; i < 1_000; i++)
        {
            site.Start<Client, ClientReader>(new Client("p" + i, endpoint: $"http://gpu-{i}:8000"), null, default).Succeeded();
        }

        Assert.Equal(1_000, SumOfSuccess());
        Assert.InRange(_measured.Points(MetricDefinitions.InFlight).Length, 2, 51);
        Assert.InRange(_measured.Points(MetricDefinitions.LocalQueueDepth).Length, 2, 201);
    }

    [Fact]
    public void A_provider_stated_in_code_is_never_other()
    {
        var found = _measured.Site(provider: null, model: "m");
        for (var i = 0; i < 1_000; i++)
        {
            found.Start<Client, ClientReader>(new Client("p" + i), null, default).Succeeded();
        }

        _measured.Site("stated", model: null).Start("m", default).Succeeded();

        Assert.Equal(1, _measured.Requests("stated", "m").Success);
    }

    double SumOfSuccess() => _measured.Points(MetricDefinitions.Requests).Where(point => point.Labels[2] == "success").Sum(point => point.Value);
}
