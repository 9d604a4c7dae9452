using System.Collections.Immutable;
using CrossTier.Analyzers.Baselines;
using CrossTier.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC003: a request sent by hand to an inference endpoint, outside the <c>Core</c> of a partial <c>[AiCall]</c> method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandWrittenHttpAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.HandWrittenHttp,
        "Hand-written HTTP call to an inference endpoint",
        "'{0}' sends to an inference endpoint ({1}) and nothing measures it; make '{2}' a partial [AiCall] method with this code as its Core",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.HandWrittenHttp));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = Baseline.Read(context.Options, context.CancellationToken);
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in baseline.Uncovered(UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken)).Where(call => call.RuleId == RuleIds.HandWrittenHttp))
            {
                file.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Place, call.Http!.Name, call.Http.Evidence, MemberText.Of(call.Member)));
            }
        });
    }
}
