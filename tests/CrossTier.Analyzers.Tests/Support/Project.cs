using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>A small project that is compiled in memory against the real libraries and looked at by analyzers.</summary>
sealed record Project
{
    // The usual usings, so that a snippet shows only what it is about.
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CrossTier;
        global using Microsoft.Extensions.AI;
        """;

    /// <summary>How every file is parsed.</summary>
    public static CSharpParseOptions Parse { get; } = new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([
        new("InterceptorsNamespaces", "CrossTier.Generated"),
    ]);

    /// <summary>What each compilation starts from: the libraries are read once.</summary>
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText(Usings, Parse, "/src/app/Usings.cs", System.Text.Encoding.UTF8)],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>All analyzers, by reflection: a new one is in every test that runs them all.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AllAnalyzers { get; } = typeof(CrossTierAnalyzer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    /// <summary>Those that speak to the user.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AllRules { get; } = [.. AllAnalyzers.Where(analyzer => analyzer is CrossTierAnalyzer)];

    /// <summary>Further files: path and text.</summary>
    public IReadOnlyList<(string Path, string Text)> OtherFiles { get; init; } = [];

    /// <summary>
    /// The build properties. Without a generator nothing is intercepted, so by default the project says that it does not measure: the end
    /// part of AIC002 has tests of its own.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        new Dictionary<string, string> { ["CrossTierDirectReference"] = "true", ["CrossTierEnabled"] = "false" };

    public string? Baseline { get; init; }

    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>Compiles a file, which must have no error but a partial method's missing half, and runs the rules.</summary>
    public async Task<ImmutableArray<Diagnostic>> Run(string source, params ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var compilation = Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795"));
        return await Analyze(compilation, rules);
    }

    public async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var found = await compilation.WithAnalyzers(rules, AnalyzerOptionsOf.Project(Properties, Baseline))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(found.Where(diagnostic => diagnostic.Id == "AD0001"));
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public Compilation Compile(string source)
    {
        var isProgram = CSharpSyntaxTree.ParseText(source, Parse).GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement));
        Compilation compilation = Empty
            .WithOptions(Empty.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(OtherFiles.Prepend(("/src/app/Test.cs", source))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, Parse, file.Item1, System.Text.Encoding.UTF8)));
        if (Generators.Length > 0)
        {
            CSharpGeneratorDriver.Create(Generators.Select(generator => generator.AsSourceGenerator()), parseOptions: Parse)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        return compilation;
    }
}
