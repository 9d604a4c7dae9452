using CrossTier.Alerts.Tests.Cases;
using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests;

/// <summary>promtool evaluates the rules over series of minutes to days.</summary>
public class RuleTests
{
    static readonly Dictionary<string, RuleCase> Cases =
        new[]
        {
            ProviderCases.All, CallerCases.All, LatencyCases.All, AnswerCases.All, BudgetCases.All, CapacityCases.All, MeasurementCases.All, CostCases.All,
            ServerCases.All,
        }
            .SelectMany(cases => cases).ToDictionary(testCase => testCase.ToString());

    static readonly RuleOptions Everything = new()
    {
        Jobs = ["shop", "till"],
        Expected = [new("openai", null), new("ollama", "llama3.2")],
        LatencyTarget = 5.12,
        TokensPerDay = 1,
        UsdPerDay = 1,
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Promtool_agrees(string name) => Cases[name].RunAsync();

    [Fact]
    public void Every_alert_is_seen_firing_and_quiet()
    {
        var alerts = Books().SelectMany(book => book.Alerts).Select(rule => rule.Alert).Distinct().ToHashSet();
        Assert.Equal(21, alerts.Count);
        Assert.Empty(alerts.Except(Cases.Values.SelectMany(testCase => testCase.Fired)));
        Assert.Empty(alerts.Except(Cases.Values.SelectMany(testCase => testCase.StayedQuiet)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3600)]
    public async Task Promtool_accepts_the_file(double timeScale)
    {
        using var scratch = new Scratch();
        foreach (var book in Books(timeScale))
        {
            var rules = scratch.Write("rules.yml", RuleFile.Write(book));
            var (exitCode, output) = await Programs.RunAsync("promtool", "check", "rules", "--lint=all", "--lint-fatal", rules);
            Assert.True(exitCode == 0, output);
        }
    }

    [Fact]
    public void Recorded_names_have_a_level_a_metric_and_operations()
    {
        foreach (var rule in Books().SelectMany(book => book.Recordings))
        {
            Assert.Matches("^[a-z_]+:[a-z_]+:[a-z0-9_]+$", rule.Record);
        }
    }

    static RuleBook[] Books(double timeScale = 1) =>
        [RuleBook.Create(Everything with { TimeScale = timeScale }), RuleBook.CreateServers(Everything with { TimeScale = timeScale })];
}
