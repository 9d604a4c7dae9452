using System.Text;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests;

/// <summary>What the generator does in a large project: work for calls, not for methods, and output for the edited file alone.</summary>
public sealed class ScaleTests
{
    const int Files = 200;
    const int MethodsInFile = 50;

    [Fact]
    public void An_edit_among_ten_thousand_methods_looks_at_the_fifty_calls_again_and_writes_one_file()
    {
        var (driver, compilation) = Run(calls: 50);
        var before = driver.GetRunResult().Results.Single();
        Assert.Equal(50, before.TrackedSteps[TrackingNames.Calls].Length);
        Assert.Equal(51, before.GeneratedSources.Length);

        var edited = compilation.SyntaxTrees.First(tree => tree.FilePath.EndsWith("File7.cs", StringComparison.Ordinal));
        var text = CSharpSyntaxTree.ParseText(
            "// moved down\n" + edited,
            (CSharpParseOptions)edited.Options,
            edited.FilePath,
            edited.Encoding,
            TestContext.Current.CancellationToken);
        var after = driver.RunGenerators(compilation.ReplaceSyntaxTree(edited, text), TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        var calls = after.TrackedSteps[TrackingNames.Calls].SelectMany(step => step.Outputs).CountBy(output => output.Reason).ToDictionary();
        Assert.Equal(new Dictionary<IncrementalStepRunReason, int> { [IncrementalStepRunReason.Cached] = 49, [IncrementalStepRunReason.Modified] = 1 }, calls);
        var written = after.GeneratedSources.Where(source => !before.GeneratedSources.Any(old => ReferenceEquals(old.SourceText, source.SourceText)));
        Assert.StartsWith("File7.", Assert.Single(written).HintName);
    }

    [Fact]
    public void Cost_grows_with_the_calls_and_no_faster()
    {
        // Allocated bytes are the same on every machine and stand for work: a lookup among all calls for each call would show.
        _ = BytesOf(10);
        var (few, some, many) = (BytesOf(10), BytesOf(1_000), BytesOf(2_000));
        var (first, second) = ((some - few) / 990.0, (many - some) / 1_000.0);
        Assert.InRange(second, 1, 1.25 * first);
    }

    static long BytesOf(int calls)
    {
        var compilation = Compile(calls);
        compilation.GetDiagnostics(TestContext.Current.CancellationToken);
        var driver = Driver();
        var before = GC.GetAllocatedBytesForCurrentThread();
        driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(calls, driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Calls].Length);
        return bytes;
    }

    static (GeneratorDriver Driver, CSharpCompilation Compilation) Run(int calls)
    {
        var compilation = Compile(calls);
        return (Driver().RunGenerators(compilation, TestContext.Current.CancellationToken), compilation);
    }

    static GeneratorDriver Driver()
    {
        var project = new Project();
        return CSharpGeneratorDriver.Create(
            [new CrossTierGenerator().AsSourceGenerator()],
            parseOptions: project.Parsing,
            optionsProvider: project.Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    static CSharpCompilation Compile(int calls) =>
        new Project().Compile([
            .. Enumerable.Range(0, Files).Select(file => new Source($"/project/File{file}.cs", Code(file, (calls / Files) + (file < calls % Files ? 1 : 0)))),
        ]);

    static string Code(int file, int calls)
    {
        var text = new StringBuilder(Source.Usings).AppendLine($"[AiCall(\"scale\", \"m{file}\")] class Service{file} {{");
        for (var method = 0; method < MethodsInFile; method++)
        {
            text.AppendLine(method < calls
                ? $"public Task<ChatResponse> Ask{method}(IChatClient client) => client.GetResponseAsync(\"hello {method}\");"
                : $"public string Count{method}(string[] words) => string.Join(\", \", words).Trim().Substring({method});");
        }

        return text.AppendLine("}").ToString();
    }
}
