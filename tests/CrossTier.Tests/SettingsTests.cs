using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Prices;
using CrossTier.Tests.Support;

namespace CrossTier.Tests;

/// <summary>What the environment sets.</summary>
public sealed class SettingsTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("1", true)]
    [InlineData(" True ", true)]
    [InlineData("on", true)]
    [InlineData("0", false)]
    [InlineData("no", false)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("perhaps", true)]
    public void A_flag_is_yes_or_no_or_the_default(string? text, bool value) => Assert.Equal(value, Of(("X_FLAG", text)).Flag("X_FLAG", standard: true));

    [Theory]
    [InlineData("500", 500)]
    [InlineData("0", 0)]
    [InlineData("-1", 200)]
    [InlineData("many", 200)]
    [InlineData(null, 200)]
    public void A_number_is_a_whole_one_or_the_default(string? text, int value) =>
        Assert.Equal(value, Of(("X_NUMBER", text)).WholeNumber("X_NUMBER", standard: 200));

    [Fact]
    public void A_registry_has_what_the_environment_sets()
    {
        var registry = Registry.Create(Of(
            (Settings.MaxLabelSets, "7"),
            (Settings.CallMetrics, "0"),
            (Settings.Expect, "openai/gpt-4o, ollama , openrouter/openai/gpt-5, /x, acme/")));
        Assert.Equal((7, false), (registry.Cap.Max, registry.CallMetrics));
        Assert.Equal(
            [new LabelSet("openai", "gpt-4o"), new LabelSet("openrouter", "openai/gpt-5")],
            registry.Declared.OrderBy(set => set.Provider, StringComparer.Ordinal));
        Assert.Contains(registry.Tiers.All, provider => provider.Key == "ollama");
    }

    [Fact]
    public void Hosts_have_the_providers_that_the_environment_sets()
    {
        var registry = Registry.Create(Of((
            Settings.Hosts,
            "llm.settings.example=vLLM/local, gpu-settings:8000 = tgi, gw.settings.example=acme/Cloud, http://a=b, c, d=, e=f/g, h/i=j")));
        Assert.Equal("vllm", EndpointReader.ProviderOf(new Uri("https://eu.llm.settings.example/v1")));
        Assert.Equal("tgi", EndpointReader.ProviderOf(new Uri("http://gpu-settings:8000/v1")));
        Assert.Equal("acme", EndpointReader.ProviderOf(new Uri("https://gw.settings.example")));
        Assert.Null(EndpointReader.ProviderOf(new Uri("http://gpu-settings:8001/v1")));
        Assert.Equal(
            [KeyValuePair.Create("acme", AiTier.Cloud), KeyValuePair.Create("tgi", AiTier.Local), KeyValuePair.Create("vllm", AiTier.Local)],
            registry.Tiers.All.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        Assert.Single(WarningLog.Of(
            "CROSSTIER_HOSTS: 'http://a=b' is not host=provider, with /local or /cloud and /relay behind it where they hold; it is left out."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://llm.example")]
    [InlineData("llm.example/v1")]
    [InlineData("user@llm.example")]
    [InlineData("a host")]
    public void What_is_no_host_is_refused(string host) =>
        Assert.ThrowsAny<ArgumentException>(() => new CrossTierOptions(new Registry(200)).MapHost(host, "acme"));

    [Fact]
    public void Of_several_mapped_hosts_the_nearest_holds()
    {
        var options = new CrossTierOptions(new Registry(200));
        options.MapHost("nearest.example", "far");
        options.MapHost("llm.nearest.example", "near", AiTier.Local);
        options.MapHost("llm.nearest.example:8443", "nearest");
        Assert.Equal(
            ["far", "near", "nearest", null],
            new[] { "https://a.nearest.example", "https://eu.LLM.nearest.example", "https://llm.nearest.example:8443/v1", "https://notnearest.example" }
                .Select(endpoint => EndpointReader.ProviderOf(new Uri(endpoint))));
    }

    [Fact]
    public void Prices_have_the_aliases_that_the_environment_sets()
    {
        var table = PriceTable.Create(Of((Settings.PriceAs, "azure/assistant=openai/gpt-4o, nonsense, azure/mail=openai/gpt-4o-mini")));
        table.Book = new PriceBook(Today, "test", [new TokenPrice("openai", "gpt-4o") { Input = 2 }, new TokenPrice("openai", "gpt-4o-mini") { Input = 1 }]);
        Assert.Equal((2m, 1m), (PriceOf("assistant"), PriceOf("mail")));

        decimal? PriceOf(string model) => table.Of(new LabelSet("azure", model), isLocal: false, null, Today).Price?.Input;
    }

    [Fact]
    public void Lines_go_where_the_environment_says()
    {
        Assert.Null(Warnings.Of(null));
        Assert.Null(Warnings.Of("somewhere"));
        Assert.NotNull(Warnings.Of("stdout"));
        Warnings.Of("none")!("nowhere");
    }

    [Fact]
    public void A_name_of_no_log_is_told_once()
    {
        foreach (var name in new[] { "NONE", " stdout ", "", null, "somewhere", "somewhere" })
        {
            Registry.Create(Of((Settings.Log, name)));
        }

        Assert.Equal(
            ["CrossTier: CROSSTIER_LOG is 'somewhere', none of stderr, stdout, none; the log of the host, else stderr, holds."],
            WarningLog.Of(Settings.Log + " is"));
    }

    [Fact]
    public void What_is_no_value_is_told_once()
    {
        var settings = Of(("X_TOLD", "perhaps"));
        settings.Flag("X_TOLD", standard: false);
        settings.Flag("X_TOLD", standard: false);
        Assert.Single(WarningLog.Of("X_TOLD is 'perhaps', neither 1 nor 0; 0 holds."));
    }

    static Settings Of(params (string Name, string? Value)[] variables) => new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
