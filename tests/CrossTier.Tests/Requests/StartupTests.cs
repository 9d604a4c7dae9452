using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Requests;

public class StartupTests
{
    readonly Measured _measured = new();

    [Fact]
    public void A_stated_call_is_there_at_zero_with_every_status_direction_and_error()
    {
        Startup.Declare(_measured.Registry, new DeclaredCall("Chat.Ask", "openai", "gpt-4o", null, AiTier.Auto));

        Assert.Equal((0, 0, 0, 0), _measured.Requests());
        Assert.Equal(8, _measured.Points(MetricDefinitions.Errors).Length);
        Assert.Equal(2, _measured.Points(MetricDefinitions.Tokens).Length);
        Assert.Equal(3, _measured.Points(MetricDefinitions.TokenDetails).Length);
        Assert.Equal(3, _measured.Points(MetricDefinitions.CallRequests).Length);
        Assert.Equal(0, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
        Assert.Equal(0, _measured.Value(MetricDefinitions.UsageMissing, "openai", "gpt-4o"));
        Assert.Equal(0, _measured.Value(MetricDefinitions.CancelledTime, "openai", "gpt-4o"));
        Assert.Equal(1, _measured.Value(MetricDefinitions.ProviderInfo, "openai", "cloud"));
        Assert.Empty(_measured.Points(MetricDefinitions.FirstToken));
        Assert.Empty(_measured.Points(MetricDefinitions.Retries));
    }

    [Fact]
    public void A_provider_alone_has_its_tier_and_nothing_else()
    {
        Startup.Declare(_measured.Registry, new DeclaredCall("Chat.Ask", "ollama", null, null, AiTier.Auto));
        Startup.Declare(_measured.Registry, new DeclaredCall("Chat.Ask", null, "m", null, AiTier.Auto));
        Startup.Declare(_measured.Registry, new DeclaredCall("Chat.Ask", " ", "m", null, AiTier.Auto));

        Assert.Equal(["ollama", "local"], Assert.Single(_measured.Points(MetricDefinitions.ProviderInfo)).Labels);
        Assert.Empty(_measured.Points(MetricDefinitions.Requests));
    }

    [Fact]
    public void A_local_call_with_a_stated_instance_has_its_queue_at_zero()
    {
        Startup.Declare(_measured.Registry, new DeclaredCall("Chat.Ask", "ollama", "llama3.2", "gpu-1", AiTier.Auto));

        Assert.Equal(0, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
    }

    [Fact]
    public void Declaring_twice_changes_nothing_and_a_request_is_counted_where_it_was_declared()
    {
        var call = new DeclaredCall("Chat.Ask", "ollama", "/srv/llama.gguf", "gpu-1", AiTier.Auto);
        Startup.Declare(_measured.Registry, call);
        _measured.Site("ollama", "/srv/llama.gguf", "gpu-1").Start(null, default).Succeeded();
        Startup.Declare(_measured.Registry, call);

        Assert.Equal(3, _measured.Points(MetricDefinitions.Requests).Length);
        Assert.Equal((1, 0, 0, 0), _measured.Requests("ollama", "/srv/llama.gguf"));
        Assert.Single(_measured.Points(MetricDefinitions.LocalQueueDepth));
    }

    [Fact]
    public void A_label_set_first_known_at_run_time_is_there_when_its_first_call_starts()
    {
        var request = _measured.Site(model: null).Start("gpt-4o", default);

        Assert.Equal((0, 0, 0, 1), _measured.Requests());
        Assert.Equal(8, _measured.Points(MetricDefinitions.Errors).Length);
        request.Succeeded();
        Assert.Equal((1, 0, 0, 0), _measured.Requests());
    }

    [Fact]
    public void Call_sites_are_summed_over_assemblies_and_declared_again_replaced()
    {
        _measured.Registry.DeclareCallSites("App", new CallSiteCounts(3, 1, 2));
        _measured.Registry.DeclareCallSites("Library", new CallSiteCounts(5, 0, 0));
        _measured.Registry.DeclareCallSites("App", new CallSiteCounts(4, 1, 2));

        Assert.Equal(9, _measured.Value(MetricDefinitions.CallSites, "measured"));
        Assert.Equal(1, _measured.Value(MetricDefinitions.CallSites, "excused"));
        Assert.Equal(2, _measured.Value(MetricDefinitions.CallSites, "baselined"));
    }

    [Fact]
    public void The_public_entry_publishes_through_AiMetrics_and_survives_nonsense()
    {
        DeclaredCall[] calls = [new("Startup.Test", "startup-test", "m", null, AiTier.Local), default];
        Startup.Declare("StartupTests", calls, 1, 0, 0);
        Startup.Declare("StartupTests", calls, 1, 0, 0);
        Startup.Declare(null!, null!, 0, 0, 0);

        var snapshot = AiMetrics.Snapshot();

        var requests = snapshot.Single(metric => metric.Definition == MetricDefinitions.Requests);
        Assert.Equal(3, requests.Points.Count(point => point.Labels[0] == "startup-test"));
        Assert.Equal(1, snapshot.Single(metric => metric.Definition == MetricDefinitions.BuildInfo).Points.Single().Value);
    }

    [Fact]
    public void One_switch_turns_the_metrics_by_call_off()
    {
        _measured.Start().Succeeded();
        _measured.Registry.CallMetrics = false;

        Assert.DoesNotContain(_measured.Snapshot(), metric => metric.Definition.LabelNames.Contains("call"));
        Assert.Equal((1, 0, 0, 0), _measured.Requests());
    }
}
