using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.CodeFixes.Tests.Support;

/// <summary>The build properties of a project that asked for the rules.</summary>
sealed class Options : AnalyzerConfigOptionsProvider
{
    readonly Values _values = new();

    public override AnalyzerConfigOptions GlobalOptions => _values;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key is "build_property.CrossTierDirectReference" or "build_property.CrossTierEnabled" ? "true" : null;
            return value is not null;
        }
    }
}
