using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// A rule. Code of other generators is analysed too, since Razor's holds what the user wrote; nothing is registered in a project that did
/// not ask for the rules, or whose framework measures nothing: a target of the package reports that once.
/// </summary>
/// <param name="descriptors">What the rule reports.</param>
public abstract class CrossTierAnalyzer(params DiagnosticDescriptor[] descriptors) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. descriptors];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var view = CompilationView.Of(start.Compilation);
            if (!RuntimePresence.IsMissing(start.Compilation) && RuleGate.IsOpen(start.Options, view, start.CancellationToken))
            {
                Start(start, view);
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context, CompilationView view);
}
