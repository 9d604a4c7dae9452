using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

public class ProviderTiersTests
{
    static readonly Uri Private = new("http://10.0.0.7:8000");
    static readonly Uri Public = new("https://llm.acme.example");

    readonly ProviderTiers _tiers = new();

    [Theory]
    [InlineData("openai", "http://10.0.0.7:8000", AiTier.Auto, AiTier.Cloud)]
    [InlineData("ollama", "https://llm.acme.example", AiTier.Auto, AiTier.Local)]
    [InlineData("Ollama", null, AiTier.Auto, AiTier.Local)]
    [InlineData("acme", "http://10.0.0.7:8000", AiTier.Auto, AiTier.Local)]
    [InlineData("acme", "https://llm.acme.example", AiTier.Auto, AiTier.Cloud)]
    [InlineData("acme", null, AiTier.Auto, AiTier.Cloud)]
    [InlineData("acme", "http://10.0.0.7:8000", AiTier.Cloud, AiTier.Cloud)]
    [InlineData("ollama", null, AiTier.Cloud, AiTier.Cloud)]
    [InlineData("openai", null, AiTier.Local, AiTier.Local)]
    public void Stated_beats_the_name_which_beats_the_endpoint(string provider, string? endpoint, AiTier stated, AiTier tier) =>
        Assert.Equal(tier, _tiers.GetTier(provider, stated, endpoint is null ? null : new Uri(endpoint)));

    [Fact]
    public void A_default_is_replaced_once_by_what_the_endpoint_tells()
    {
        Assert.Equal(AiTier.Cloud, _tiers.GetTier("acme", AiTier.Auto, null));
        Assert.Equal(AiTier.Local, _tiers.GetTier("acme", AiTier.Auto, Private));
        Assert.Equal(AiTier.Local, _tiers.GetTier("acme", AiTier.Auto, Public));
        Assert.Equal(AiTier.Local, _tiers.GetTier("acme", AiTier.Auto, null));
        Assert.Equal([KeyValuePair.Create("acme", AiTier.Local)], _tiers.All);
    }

    [Fact]
    public void A_stated_tier_replaces_what_was_found_and_is_never_replaced()
    {
        Assert.Equal(AiTier.Local, _tiers.GetTier("acme", AiTier.Auto, Private));
        Assert.Equal(AiTier.Cloud, _tiers.GetTier("acme", AiTier.Cloud, null));
        Assert.Equal(AiTier.Cloud, _tiers.GetTier("acme", AiTier.Auto, Private));
    }

    [Fact]
    public void Of_two_stated_tiers_the_first_wins_with_one_notice()
    {
        Assert.Equal(AiTier.Local, _tiers.GetTier("two-tiers", AiTier.Local, null));
        Assert.Equal(AiTier.Local, _tiers.GetTier("two-tiers", AiTier.Cloud, Public));
        Assert.Equal(AiTier.Local, _tiers.GetTier("two-tiers", AiTier.Cloud, Public));
        Assert.Equal(AiTier.Local, _tiers.GetTier("two-tiers", AiTier.Local, null));

        Assert.Contains("stays local", Assert.Single(WarningLog.Of("'two-tiers'")));
    }

    [Fact]
    public void Each_provider_has_one_tier_in_a_snapshot_whatever_its_endpoints()
    {
        var measured = new Measured();
        measured.Registry.DeclareProvider("acme", AiTier.Auto);
        Assert.Equal(1, measured.Value(MetricDefinitions.ProviderInfo, "acme", "cloud"));

        var site = measured.Site("acme", null);
        site.Start<Client, ClientReader>(new Client(model: "a", endpoint: Private.ToString()), null, default).Succeeded();
        site.Start<Client, ClientReader>(new Client(model: "b", endpoint: Public.ToString()), null, default).Succeeded();

        Assert.Equal(["acme", "local"], Assert.Single(measured.Points(MetricDefinitions.ProviderInfo)).Labels);
    }

    [Fact]
    public void A_flood_of_providers_is_bounded()
    {
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(AiTier.Local, _tiers.GetTier("p" + i, AiTier.Auto, Private));
        }

        Assert.InRange(_tiers.All.Count(), 50, 200);
        Assert.Equal(AiTier.Local, _tiers.GetTier("p1", AiTier.Auto, Public));
    }
}
