using System.Reflection;
using System.Text.RegularExpressions;
using CrossTier.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

/// <summary>An id is one thing in four places: the rule, its link, its page and the table of releases. The pages' code does what they say.</summary>
public sealed partial class RulePageTests
{
    // What the pages use of packages that are not referenced here.
    const string OtherPackages = """
        namespace CrossTier
        {
            static class Extensions
            {
                public static Microsoft.SemanticKernel.IKernelBuilder AddCrossTier(this Microsoft.SemanticKernel.IKernelBuilder builder) => builder;
            }
        }
        """;

    static readonly IReadOnlyList<string> Ids =
        [
            .. typeof(RuleIds).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(field => (string)field.GetValue(null)!)
                .Where(id => id != RuleIds.Listing)
                .Order(),
        ];

    static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors = [.. Project.AllRules.SelectMany(rule => rule.SupportedDiagnostics)];

    public static TheoryData<string> AllIds() => [.. Ids];

    [Fact]
    public void Each_id_belongs_to_one_rule()
    {
        Assert.Equal(Ids, Project.AllRules.Select(rule => Assert.Single(rule.SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct())).Order());
        Assert.Equal(
            ["AIC001", "AIC002", "AIC003", "AIC004", "AIC005", "AIC006", "AIC007", "AIC008", "AIC009", "AIC010", "AIC012", "AIC013", "AIC014"],
            Ids);
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void The_link_leads_to_the_page_and_the_page_names_the_rule(string id)
    {
        foreach (var descriptor in Descriptors.Where(descriptor => descriptor.Id == id))
        {
            Assert.Equal($"https://github.com/crosstier/crosstier/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
            Assert.StartsWith($"# {id}: {descriptor.Title}\n", Page(id), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_table_of_rules_has_every_page_with_its_title()
    {
        var folder = Path.Combine(Repository.Root, "docs/rules");
        var pages = Directory.EnumerateFiles(folder, "AIC*.md").Order(StringComparer.Ordinal)
            .Select(page => File.ReadLines(page).First()["# ".Length..].Split(": ", 2));
        Assert.Equal(
            pages.Select(page => $"| [{page[0]}]({page[0]}.md) | {page[1]} |"),
            File.ReadLines(Path.Combine(folder, "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void The_table_of_releases_has_the_rule_with_its_severity(string id)
    {
        var row = Assert.Single(
            File.ReadAllLines(Path.Combine(Repository.Root, "analyzers/CrossTier.Analyzers/AnalyzerReleases.Unshipped.md"))
                .Concat(File.ReadAllLines(Path.Combine(Repository.Root, "analyzers/CrossTier.Analyzers/AnalyzerReleases.Shipped.md"))),
            line => line.StartsWith(id + " ", StringComparison.Ordinal));
        var descriptor = Descriptors.First(candidate => candidate.Id == id);
        Assert.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", row);
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public async Task The_bad_code_of_the_page_is_flagged(string id) => Assert.Contains(id, await Run(Page(id), "Bad"));

    [Theory]
    [MemberData(nameof(AllIds))]
    public async Task The_good_code_of_the_page_is_flagged_by_no_rule(string id) => Assert.Empty(await Run(Page(id), "Good"));

    static string Page(string id) => File.ReadAllText(Path.Combine(Repository.Root, "docs/rules", id + ".md"));

    static async Task<IEnumerable<string>> Run(string page, string section)
    {
        var text = page[page.IndexOf($"## {section}\n", StringComparison.Ordinal)..];
        var project = new Project
        {
            Baseline = Baseline().Match(text) is { Success: true } match ? match.Groups[1].Value : null,
            OtherFiles = [("/src/app/Packages.cs", OtherPackages)],
        };
        return (await project.Run(Code().Match(text).Groups[1].Value, Project.AllRules)).Select(diagnostic => diagnostic.Id);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Baseline();
}
