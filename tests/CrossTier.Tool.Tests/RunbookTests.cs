using System.Runtime.CompilerServices;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Tests;

/// <summary>Whoever is woken by an alert finds its page, and the page says what to do.</summary>
public class RunbookTests
{
    static readonly string[] Sections = ["## What it means", "## First look", "## What to do", "## When it is wrong"];

    static readonly RuleOptions Options = new()
    {
        Expected = [new("openai", null)],
        LatencyTarget = 5.12,
        TokensPerDay = 1,
        UsdPerDay = 1,
    };

    static readonly RuleBook[] Books = [RuleBook.Create(Options), RuleBook.CreateServers(Options)];

    static IEnumerable<AlertRule> Rules => Books.SelectMany(book => book.Alerts);

    public static TheoryData<string> Alerts => [.. Rules.Select(rule => rule.Alert).Distinct()];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Each_alert_has_its_page(string alert)
    {
        var page = File.ReadAllText(Path.Combine(Folder(), alert + ".md"));
        Assert.StartsWith($"# {alert}\n", page);
        Assert.All(Sections, section => Assert.Contains(section + "\n", page));
        Assert.Contains("```promql\n", page);
    }

    [Fact]
    public void Each_page_has_its_alert() => Assert.Equal(
        Rules.Select(rule => rule.Alert).Distinct().Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder(), "*.md").Select(Path.GetFileNameWithoutExtension).Where(name => name != "README").Order(StringComparer.Ordinal));

    [Fact]
    public void Each_alert_links_to_it_and_says_who_is_told()
    {
        var yaml = string.Concat(Books.Select(RuleFile.Write));
        Assert.All(Rules, rule =>
        {
            Assert.Contains($"runbook_url: https://github.com/crosstier/crosstier/blob/main/docs/runbooks/{rule.Alert}.md", yaml);
            Assert.NotEmpty(rule.Summary);
            Assert.NotEmpty(rule.Description);
        });
        Assert.Equal(Rules.Count(), yaml.Split("notify: ").Length - 1);
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/runbooks"));
}
