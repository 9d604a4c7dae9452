using System.Collections.Immutable;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes.Tests.Support;

/// <summary>A project in memory, built as a user's is: with the generator.</summary>
static class UserProject
{
    // Those of a usual project; ours is not among them, since a fix may have to add it.
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.AI;
        """;

    static readonly CSharpParseOptions Parse = new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([
        new("InterceptorsNamespaces", "CrossTier.Generated"),
    ]);

    static readonly ImmutableArray<MetadataReference> References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path))];

    public static Project Open(params string[] sources)
    {
        var isProgram = CSharpSyntaxTree.ParseText(sources[0], Parse).GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement));
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                "App",
                "App",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(
                    isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: Parse,
                metadataReferences: References));
        foreach (var (text, at) in sources.Append(Usings).Select((text, at) => (text, at)))
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id),
                $"File{at}.cs",
                SourceText.From(text, System.Text.Encoding.UTF8),
                filePath: $"/src/app/File{at}.cs");
        }

        return solution.GetProject(id)!;
    }

    /// <summary>What a build says: the compiler's errors, and the rule's findings in the user's files.</summary>
    public static async Task<(IReadOnlyList<string> Errors, ImmutableArray<Diagnostic> Found)> Build(Project project, DiagnosticAnalyzer rule)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        IIncrementalGenerator[] generators = [new CrossTierGenerator(), new RazorLike()];
        CSharpGeneratorDriver.Create(generators.Select(generator => generator.AsSourceGenerator()), parseOptions: Parse, optionsProvider: new Options())
            .RunGeneratorsAndUpdateCompilation(compilation, out var built, out _, TestContext.Current.CancellationToken);
        var found = await built.WithAnalyzers([rule], new AnalyzerOptions([], new Options()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(found.Where(diagnostic => diagnostic.Id == "AD0001"));
        return (
            [
                .. built.GetDiagnostics(TestContext.Current.CancellationToken)
                    .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                    .Select(diagnostic => diagnostic.ToString()),
            ],
            [
                .. found.Where(diagnostic => project.GetDocument(diagnostic.Location.SourceTree) is not null)
                    .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
            ]);
    }
}
