using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>The settings of a project under test. The defaults are those of a library that a developer just made.</summary>
sealed record Project
{
    public string Name { get; init; } = "Consumer";

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp13;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public string Directory { get; init; } = "/project/";

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text of its baseline; null if it has none.</summary>
    public string? Baseline { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> PathMap { get; init; } = [];

    public bool AllowsUnsafe { get; init; }

    public CSharpParseOptions Parsing => new CSharpParseOptions(Language).WithFeatures([new("InterceptorsNamespaces", "CrossTier.Generated")]);

    public CSharpCompilation Compile(IEnumerable<Source> sources) => CSharpCompilation.Create(
        Name,
        sources.Select(source => source.Parse(Parsing)),
        Platform.Besides(References).Concat(References),
        new CSharpCompilationOptions(
            Output,
            nullableContextOptions: Nullable,
            warningLevel: 9999,
            allowUnsafe: AllowsUnsafe,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)], // As every project does.
            sourceReferenceResolver: new SourceFileResolver([], baseDirectory: null, PathMap)));

    public static ImmutableDictionary<string, string> Property(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add("build_property." + name, value);

    public TestOptions Options => new(Properties.SetItem("build_property.ProjectDir", Directory));
}
