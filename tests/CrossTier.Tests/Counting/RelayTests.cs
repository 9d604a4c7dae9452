using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Labels;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

/// <summary>A gateway that measures itself: counted here like any provider, priced and summed there.</summary>
public sealed class RelayTests
{
    static readonly DateOnly Today = new(2026, 11, 30);

    readonly Measured _measured = new();

    [Fact]
    public void A_relay_is_marked_has_no_price_and_no_queue()
    {
        new CrossTierOptions(_measured.Registry).MapHost("relay.corp.example", "corp-gateway", AiTier.Local, relay: true);
        foreach (var provider in new[] { "corp-gateway", "ollama" })
        {
            _measured.Site(provider, "gpt-4o", instance: provider).Start(null, default);
        }

        Assert.Equal(["corp-gateway"], _measured.Points(MetricDefinitions.ProviderRelay).Select(point => point.Labels[0]));
        Assert.Equal(1, _measured.Value(MetricDefinitions.ProviderRelay, "corp-gateway"));
        Assert.Equal(1, _measured.Value(MetricDefinitions.InFlight, "corp-gateway", "gpt-4o"));
        Assert.Equal(["ollama"], _measured.Points(MetricDefinitions.LocalQueueDepth).Select(point => point.Labels[1]));
        Assert.Equal(["ollama"], _measured.Points(MetricDefinitions.TokenPrice).Select(point => point.Labels[0]).Distinct());
    }

    [Fact]
    public void A_relay_of_a_priced_model_has_no_price_either()
    {
        var registry = new Registry(200);
        Assert.NotNull(registry.PriceOf(new LabelSet("openai", "gpt-4o"), Today).Price);
        registry.MapHost(new MappedHost("relay-priced.corp.example", "openai", AiTier.Auto, IsRelay: true));
        Assert.Null(registry.PriceOf(new LabelSet("openai", "gpt-4o"), Today).Price);
    }

    [Theory]
    [InlineData("relay-a.example=gateway/relay", AiTier.Auto, true)]
    [InlineData("relay-a.example = gateway / Local / Relay", AiTier.Local, true)]
    [InlineData("relay-a.example=gateway/relay/cloud", AiTier.Cloud, true)]
    [InlineData("relay-a.example=gateway", AiTier.Auto, false)]
    public void A_setting_names_tier_and_relay_in_any_order(string text, AiTier tier, bool isRelay) =>
        Assert.Equal([new MappedHost("relay-a.example", "gateway", tier, isRelay)], MappedHost.All(text, "X_RELAYS"));

    [Theory]
    [InlineData("relay-b.example=gateway/relays")]
    [InlineData("relay-b.example=gateway/local/cloud")]
    [InlineData("relay-b.example=gateway/relay/relay")]
    [InlineData("relay-b.example=/relay")]
    public void What_is_no_host_with_its_provider_is_told_and_left_out(string text)
    {
        Assert.Empty(MappedHost.All(text, "X_RELAYS_OF " + text));
        Assert.Single(WarningLog.Of($"X_RELAYS_OF {text}: '{text}' is not host=provider"));
    }

    [Fact]
    public void The_hosts_of_a_configuration_stand_behind_those_of_the_code()
    {
        new CrossTierOptions(Registry.Shared).MapHost("mapped-in-code.example", "of-code");
        HostSettings.Map("mapped-in-code.example=of-file, MAPPED-in-file.example:8080=of-file/relay", "CrossTier:Hosts");
        Assert.Equal(
            ["of-code", "of-file", null],
            new[] { "https://mapped-in-code.example", "http://mapped-in-file.example:8080/v1", "http://mapped-in-file.example/v1" }
                .Select(endpoint => EndpointReader.ProviderOf(new Uri(endpoint))));
        Assert.True(Registry.Shared.IsRelay("of-file"));
    }

    [Fact]
    public void Asking_for_the_provider_of_a_host_makes_nothing()
    {
        var map = new HostMap();
        map.Add("gpu-7:8000", "vllm", replaces: true);
        map.Add("llm.corp.example", "tgi", replaces: true);
        var (mapped, other) = (new Uri("https://eu.llm.corp.example/v1/chat"), new Uri("https://api.openai.com/v1/chat"));
        Assert.Equal(("tgi", null), (map.ProviderOf(mapped), map.ProviderOf(other)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            map.ProviderOf(mapped);
            map.ProviderOf(other);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
