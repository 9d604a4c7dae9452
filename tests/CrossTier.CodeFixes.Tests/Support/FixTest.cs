using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.CodeFixes.Tests.Support;

/// <summary>Tests of one fix: what it leaves must build without an error and without the rule's finding.</summary>
public abstract class FixTest<TRule, TFix>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    static readonly TFix Fix = new();

    /// <summary>Takes the offer of a kind at the first finding that has one.</summary>
    private protected static async Task Check(string before, string key, string after)
    {
        var project = UserProject.Open(before);
        var (_, found) = await UserProject.Build(project, new TRule());
        var actions = await Offers(project, found);
        var action = actions.FirstOrDefault(action => action.EquivalenceKey == key);
        Assert.True(action is not null, $"offered: {string.Join("; ", actions.Select(offer => offer.Title))}; found: {string.Join("; ", found)}");
        await Verify(await Apply(project, action), [after]);
    }

    /// <summary>What is offered at a file's findings, as kind and title.</summary>
    private protected static async Task<IReadOnlyList<string>> Offered(string source)
    {
        var project = UserProject.Open(source);
        var (_, found) = await UserProject.Build(project, new TRule());
        Assert.NotEmpty(found);
        return [.. (await Offers(project, found)).Select(action => action.Title)];
    }

    /// <summary>Takes the offers of a kind everywhere.</summary>
    private protected static async Task CheckAll(string[] before, string key, string[] after)
    {
        var project = UserProject.Open(before);
        var (_, found) = await UserProject.Build(project, new TRule());
        Assert.NotEmpty(found);
        var document = project.GetDocument(found[0].Location.SourceTree)!;
        var context = new FixAllContext(
            document,
            Fix,
            FixAllScope.Project,
            key,
            Fix.FixableDiagnosticIds,
            new Findings(found),
            TestContext.Current.CancellationToken);
        var action = await Fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        await Verify(await Apply(project, action), after);
    }

    static async Task<IReadOnlyList<CodeAction>> Offers(Project project, IEnumerable<Diagnostic> found)
    {
        List<CodeAction> actions = [];
        foreach (var diagnostic in found.Where(diagnostic => Fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await Fix.RegisterCodeFixesAsync(new CodeFixContext(
                document,
                diagnostic,
                (action, _) => actions.Add(action),
                TestContext.Current.CancellationToken));
        }

        return actions;
    }

    static async Task<Project> Apply(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }

    static async Task Verify(Project project, string[] after)
    {
        var texts = await Task.WhenAll(project.Documents.Take(after.Length)
            .Select(async document => (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString()));
        Assert.Equal(after, texts);
        var (errors, found) = await UserProject.Build(project, new TRule());
        Assert.Empty(errors);
        Assert.Empty(found.Where(diagnostic => Fix.FixableDiagnosticIds.Contains(diagnostic.Id)));
    }
}
