using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads what the project sets.</summary>
static class SettingsReader
{
    public static SettingsModel Read((Compilation Compilation, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellation)
    {
        var options = input.Options.GlobalOptions;
        options.TryGetValue("build_property.ProjectDir", out var project);
        return new SettingsModel(
            !IsFalse("CrossTierEnabled"),
            !IsFalse("CrossTierInterceptUnbound"),
            input.Compilation.AssemblyName ?? "",
            input.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
            project is null ? null : LocationReader.Mapped(project, input.Compilation),
            input.Compilation.Assembly.GetTypeByMetadataName("Microsoft.CodeAnalysis.EmbeddedAttribute") is not null,
            RuntimePresence.IsMissing(input.Compilation));

        bool IsFalse(string property) =>
            options.TryGetValue("build_property." + property, out var value) && value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
