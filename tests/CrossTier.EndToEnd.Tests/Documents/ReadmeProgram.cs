using CrossTier.EndToEnd.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>Builds a program with the generator as a user's project does, and runs it.</summary>
static class ReadmeProgram
{
    const string ImplicitUsings =
        "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using "
        + "System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;";

    static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([
        new("InterceptorsNamespaces", "CrossTier.Generated"),
    ]);

    // CS1701, CS1702: a package was built against an older version of another. The SDK leaves both out too.
    static readonly CSharpCompilationOptions Settings = new CSharpCompilationOptions(
        OutputKind.ConsoleApplication,
        nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    /// <summary>Compiles the program; what the compiler says of it, apart from hidden advice, comes back with it.</summary>
    public static (Compilation Program, IReadOnlyList<Diagnostic> Diagnostics) Compile(string source)
    {
        // Without this test itself: its annotated calls would be the program's too.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path != typeof(ReadmeProgram).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("ReadmeProgram", [Parse(source, "Program.cs"), Parse(ImplicitUsings, "Usings.cs")], references, Settings);
        var generators = new AnalyzerFileReference(BuiltFiles.Generator, new Loader()).GetGenerators(LanguageNames.CSharp);
        CSharpGeneratorDriver.Create(generators, parseOptions: Options).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var ofGenerator);
        return (generated, [.. generated.GetDiagnostics().Concat(ofGenerator).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)]);
    }

    /// <summary>Runs the program beside this test's assemblies, which are those it was compiled against.</summary>
    public static async Task<string> RunAsync(Compilation program)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{program.AssemblyName}.{Guid.NewGuid():n}.dll");
        try
        {
            Assert.Empty(program.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            var test = Path.Combine(AppContext.BaseDirectory, typeof(ReadmeProgram).Assembly.GetName().Name!);
            await using var process = ChildProcess.Start(
                "dotnet",
                ["exec", "--depsfile", test + ".deps.json", "--runtimeconfig", test + ".runtimeconfig.json", path]);
            Assert.Equal((0, ""), (await process.EndAsync(), process.Errors));
            return process.Output;
        }
        finally
        {
            File.Delete(path);
        }
    }

    static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Options, path);

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
