using CrossTier.Generators.Emission;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Adapters.Tests;

/// <summary>A project that holds what the generator writes of some adapters, and little else.</summary>
static class EmittedAdapters
{
    /// <summary>The adapters that the SDKs' files name.</summary>
    public static readonly string[] Named =
    [
        .. ApiCatalogue.Sdks
            .SelectMany(sdk => sdk.Streams.Select(stream => stream.Adapter)
                .Append(sdk.EventStream?.Adapter)
                .Append(sdk.Kernel?.Adapter)
                .Concat(sdk.ToolLoops.SelectMany(loop => new[] { loop.CapabilityAdapter, loop.OptionsAdapter })))
            .Where(adapter => !string.IsNullOrEmpty(adapter))
            .OfType<string>()
            .Distinct(),
    ];

    /// <summary>All of them, with their parts.</summary>
    public static readonly string[] All = [.. AdapterSources.WithParts([.. Named, AdapterSources.Embedded])];

    public static CSharpCompilation Compile(IEnumerable<string> adapters, LanguageVersion language, NullableContextOptions nullable, string source = "")
    {
        var parsing = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "Consumer",
            adapters.Select(adapter => CSharpSyntaxTree.ParseText(AdapterEmitter.Write(adapter), parsing, adapter + ".g.cs"))
                .Append(CSharpSyntaxTree.ParseText(source, parsing, "Source.cs")),
            Generators.Tests.Harness.Platform.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: nullable,
                warningLevel: 9999,
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)])); // As every project does.
    }

    /// <summary>What the compiler says of the adapters, but for hints.</summary>
    public static IEnumerable<Diagnostic> Problems(Compilation compilation) => compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Location.SourceTree?.FilePath != "Source.cs");
}
