using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers.Calls;

/// <summary>A rule about calls whose code alone shows that nothing measures them. Calls that the baseline covers are not reported.</summary>
/// <param name="descriptors">What the rule reports, all under one id.</param>
public abstract class UnmeasuredCallAnalyzer(params DiagnosticDescriptor[] descriptors) : CrossTierAnalyzer(descriptors)
{
    readonly string _id = descriptors[0].Id;

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = view.BaselineOf(context.Options, context.CancellationToken);
        context.RegisterSemanticModelAction(file =>
        {
            var unmeasured = UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken);
            foreach (var call in baseline.Uncovered(unmeasured).Where(call => call.RuleId == _id))
            {
                file.ReportDiagnostic(Describe(call));
            }
        });
    }

    private protected abstract Diagnostic Describe(UnmeasuredCall call);
}
