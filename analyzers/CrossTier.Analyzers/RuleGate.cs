using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// Whether a project asked for the rules. An app that merely uses a library built with this package gets the analyzers too, and must not
/// hear of them.
/// </summary>
static class RuleGate
{
    public static bool IsOpen(AnalyzerOptions options, CompilationView view, CancellationToken cancellation) =>
        Property(options, "CrossTierDirectReference").Equals("true", StringComparison.OrdinalIgnoreCase)
        || Property(options, "CrossTierEnforcement").Length > 0
        || view.HasOurAttributes(cancellation);

    /// <summary>Whether the project builds with interceptors at all.</summary>
    public static bool IsMeasuring(AnalyzerOptions options) =>
        !Property(options, "CrossTierEnabled").Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the build writes its report, which counts what no rule speaks of too.</summary>
    public static bool IsReporting(AnalyzerOptions options) => Property(options, "CrossTierReport").Equals("true", StringComparison.OrdinalIgnoreCase);

    static string Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
