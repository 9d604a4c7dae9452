using System.Collections.Immutable;
using CrossTier.Analyzers.Tests.Support;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers.Tests.Mutations;

/// <summary>Builds a program without and with the package.</summary>
static class Harness
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    static readonly Dictionary<string, string> Properties = new() { ["CrossTierDirectReference"] = "true", ["CrossTierEnabled"] = "true" };

    public static CSharpParseOptions Parsing { get; } = Project.Parse;

    /// <summary>The errors that a program has by itself. Of a measured partial method the generator writes the missing half (CS8795).</summary>
    public static ImmutableArray<Diagnostic> Before(string program) =>
        [.. Errors(Project.Empty.AddSyntaxTrees(Tree(program))).Where(error => !IsMissingHalf(error))];

    /// <summary>What is wrong with the same program and the package: exceptions, hangs, errors that it had not.</summary>
    public static async Task<string?> Fault(string program, bool compiles)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await Task.Run(() => FaultAsync(program, compiles, limit.Token), limit.Token).WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return $"no end within {Limit}";
        }
    }

    static async Task<string?> FaultAsync(string program, bool compiles, CancellationToken cancellation)
    {
        var driver = CSharpGeneratorDriver.Create([new CrossTierGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(Project.Empty.AddSyntaxTrees(Tree(program)), out var output, out _, cancellation);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            return exception.ToString();
        }

        var found = await output.WithAnalyzers(Project.AllAnalyzers, AnalyzerOptionsOf.Project(Properties, baseline: null))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        if (found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash)
        {
            return crash.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        }

        // A partial method that cannot have its half is AIC005's.
        var isMissing = found.Any(diagnostic => diagnostic.Id == "AIC005");
        return compiles && Errors(output).FirstOrDefault(error => !(isMissing && IsMissingHalf(error))) is { } error
            ? $"{error}\n{error.Location.SourceTree?.GetText(cancellation).Lines[error.Location.GetLineSpan().StartLinePosition.Line]}"
            : null;
    }

    static bool IsMissingHalf(Diagnostic error) =>
        error.Id == "CS8795"
        && error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan) is MethodDeclarationSyntax method
        && method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "AiCall");

    static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    static SyntaxTree Tree(string program) => CSharpSyntaxTree.ParseText(program, Parsing, "/src/app/Test.cs", System.Text.Encoding.UTF8);
}
