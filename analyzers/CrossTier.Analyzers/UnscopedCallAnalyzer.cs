using System.Collections.Immutable;
using CrossTier.Analyzers.Baselines;
using CrossTier.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC001: an inference call that no <c>[AiCall]</c> stands around.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnscopedCallAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.UnscopedCall,
        "Inference call outside every [AiCall] scope",
        "'{0}' calls a model and nothing measures it; put [AiCall] on '{1}', its type or the assembly, or excuse it by [AiIgnore(\"reason\")]",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnscopedCall));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = Baseline.Read(context.Options, context.CancellationToken);
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in baseline.Uncovered(UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken)).Where(call => call.RuleId == RuleIds.UnscopedCall))
            {
                file.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Place, call.Call!.Method.Name, MemberText.Of(call.Member)));
            }
        });
    }
}
