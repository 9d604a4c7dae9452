using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>Build properties and additional files as a project would hand them to the analyzers.</summary>
static class AnalyzerOptionsOf
{
    public const string BaselinePath = "/src/app/AiCalls.Baseline.txt";

    public static AnalyzerOptions Project(IReadOnlyDictionary<string, string> properties, string? baseline) => new(
        baseline is null ? [] : ImmutableArray.Create<AdditionalText>(new TextFile(BaselinePath, baseline)),
        new Provider(new Options(properties.ToDictionary(property => "build_property." + property.Key, property => property.Value))));

    sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    sealed class Provider(Options options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;
    }

    sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
