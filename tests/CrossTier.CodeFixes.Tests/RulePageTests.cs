using System.Text.RegularExpressions;
using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.CodeFixes.Tests;

/// <summary>The bad code of each rule's page: what is offered there builds, and leaves less to find. A page with a fix says so.</summary>
public sealed partial class RulePageTests
{
    static readonly IReadOnlyList<CodeFixProvider> Fixes = Instances<CodeFixProvider>(typeof(TextFixProvider));

    static readonly IReadOnlyList<DiagnosticAnalyzer> Rules = Instances<DiagnosticAnalyzer>(typeof(CrossTierAnalyzer));

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(Folder(), "AIC*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_is_offered_builds(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Folder(), id + ".md"), TestContext.Current.CancellationToken);
        var fixes = Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)).ToList();
        Assert.Equal(fixes.Count > 0, page.Contains("\n## Fix\n"));
        if (fixes.Count == 0)
        {
            return;
        }

        var code = Code().Match(page[page.IndexOf("## Bad\n", StringComparison.Ordinal)..]).Groups[1].Value;
        var project = UserProject.Open("using CrossTier;\n" + code);
        var rule = Rules.Single(rule => rule.SupportedDiagnostics[0].Id == id);
        var (_, found) = await UserProject.Build(project, rule);
        List<CodeAction> offers = [];
        foreach (var (fix, diagnostic) in fixes.SelectMany(fix => found.Select(diagnostic => (fix, diagnostic))))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(
                project.GetDocument(diagnostic.Location.SourceTree)!,
                diagnostic,
                (offer, _) => offers.Add(offer),
                TestContext.Current.CancellationToken));
        }

        Assert.NotEmpty(offers);
        foreach (var offer in offers)
        {
            var operations = await offer.GetOperationsAsync(TestContext.Current.CancellationToken);
            var (errors, left) = await UserProject.Build(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!, rule);
            Assert.Empty(errors);
            Assert.True(left.Length < found.Length, offer.Title);
        }
    }

    static List<T> Instances<T>(Type parent) =>
        [.. parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!)];

    static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SourceGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SourceGen.sln stands in no folder above " + AppContext.BaseDirectory);
        }

        return Path.Combine(folder.FullName, "docs/rules");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
