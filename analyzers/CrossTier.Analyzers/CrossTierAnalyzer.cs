using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// A rule. Other generators' code is looked at, since Razor's holds what the user wrote; where a project did not ask for the rules nothing
/// is registered at all.
/// </summary>
public abstract class CrossTierAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var view = CompilationView.Of(start.Compilation);
            if (RuleGate.IsOpen(start.Options, view, start.CancellationToken))
            {
                Start(start, view);
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context, CompilationView view);
}
