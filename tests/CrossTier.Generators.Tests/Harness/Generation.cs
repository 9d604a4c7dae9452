using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>
/// A run of the generator over a project. Each is done twice with an unrelated edit in between, so that every test is also one of caching:
/// the second time nothing may be written anew.
/// </summary>
sealed class Generation
{
    static readonly string[] Outputs = [TrackingNames.Files, TrackingNames.Adapters, TrackingNames.Startup];

    readonly Project _project;
    readonly GeneratorDriver _driver;
    readonly CSharpCompilation _input;

    Generation(Project project, GeneratorDriver driver, CSharpCompilation input)
    {
        _project = project;
        _driver = driver;
        _input = input;
        Result = driver.GetRunResult().Results.Single();
        Output = input.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree));
    }

    public GeneratorRunResult Result { get; }

    /// <summary>The project with what was generated.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The generated files by their names.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The only generated file of a source file.</summary>
    public string File => Files.Single(file => !file.Key.StartsWith("CrossTier.", StringComparison.Ordinal)).Value;

    /// <summary>The module initialiser, or null.</summary>
    public string? Startup => Files.GetValueOrDefault("CrossTier.Startup.g.cs");

    public ImmutableArray<InventoryEntry> Inventory => InventoryEntry.Of(Output);

    public static Generation Of(params Source[] sources) => Of(new Project(), sources);

    public static Generation Of(Project project, params Source[] sources)
    {
        var input = project.Compile([.. sources, new Source("/project/Unrelated.cs", "// 1")]);
        var driver = CSharpGeneratorDriver.Create(
            [new CrossTierGenerator().AsSourceGenerator()],
            project.Baseline is { } baseline ? [new BaselineFile(baseline)] : [],
            parseOptions: project.Parsing,
            optionsProvider: project.Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var first = new Generation(project, driver.RunGenerators(input, TestContext.Current.CancellationToken), input);
        Assert.Null(first.Result.Exception);
        var second = first.After(new Source("/project/Unrelated.cs", "// 2\nsealed class Unrelated;"));
        second.AssertNothingNew();
        Assert.Equal(first.Files, second.Files);
        return first;
    }

    /// <summary>The next run, after files were edited.</summary>
    public Generation After(params Source[] edits)
    {
        var edited = edits.Aggregate(_input, (compilation, edit) => compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == edit.Path) is { } old
            ? compilation.ReplaceSyntaxTree(old, edit.Parse(_project.Parsing))
            : compilation.AddSyntaxTrees(edit.Parse(_project.Parsing)));
        var next = new Generation(_project, _driver.RunGenerators(edited, TestContext.Current.CancellationToken), edited);
        Assert.Null(next.Result.Exception);
        return next;
    }

    /// <summary>The generated files that this run wrote anew: what is cached is the same object as before.</summary>
    public IEnumerable<string> WrittenAfter(Generation before) =>
        Result.GeneratedSources.Where(source => !before.Result.GeneratedSources.Any(old => ReferenceEquals(old.SourceText, source.SourceText)))
            .Select(source => source.HintName);

    /// <summary>What the compiler says of the project as a whole, but for hints.</summary>
    public IEnumerable<string> Problems() =>
        Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => diagnostic.ToString());

    /// <summary>Builds the project, which must have no problem, and loads it.</summary>
    public Program Load()
    {
        Assert.Empty(Problems());
        return Program.Load(Output);
    }

    sealed class BaselineFile(string text) : AdditionalText
    {
        public override string Path => "/project/AiCalls.Baseline.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    void AssertNothingNew()
    {
        foreach (var step in Outputs.SelectMany(name => Result.TrackedSteps.TryGetValue(name, out var steps) ? steps : []))
        {
            Assert.All(
                step.Outputs,
                output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step.Name}: {output.Reason}"));
        }

        Assert.All(
            Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
