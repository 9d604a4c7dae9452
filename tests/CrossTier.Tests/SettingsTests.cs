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
    public void What_is_no_value_is_told_once()
    {
        var settings = Of(("X_TOLD", "perhaps"));
        settings.Flag("X_TOLD", standard: false);
        settings.Flag("X_TOLD", standard: false);
        Assert.Single(WarningLog.Of("X_TOLD is 'perhaps', neither 1 nor 0; 0 holds."));
    }

    static Settings Of(params (string Name, string? Value)[] variables) => new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
