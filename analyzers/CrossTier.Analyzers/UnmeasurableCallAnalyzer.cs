using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Baselines;
using CrossTier.Analyzers.Calls;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// AIC002: an inference call inside a scope that is not measured there. What the classifier refuses is said at once. Whether an interceptor
/// of ours really took what it accepts is asked of the compiler, and said at the end: while one types, generated files are stale.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmeasurableCallAnalyzer : CrossTierAnalyzer
{
    const string Title = "Inference call that is not measured where it stands";
    const string Message = "'{0}' stands in an [AiCall] scope and is not measured: {1}";

    static readonly DiagnosticDescriptor Refused = new(
        RuleIds.UnmeasurableCall, Title, Message, Rule.Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rule.HelpLink(RuleIds.UnmeasurableCall));

    static readonly DiagnosticDescriptor NotTaken = new(
        RuleIds.UnmeasurableCall,
        Title,
        Message,
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnmeasurableCall),
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Refused, NotTaken];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = Baseline.Read(context.Options, context.CancellationToken);
        var accepted = new ConcurrentBag<(SemanticModel Model, RecognisedCall Call)>();
        var isMeasuring = RuleGate.IsMeasuring(context.Options);
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in baseline.Uncovered(UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken)).Where(call => call.RuleId == RuleIds.UnmeasurableCall))
            {
                file.ReportDiagnostic(Diagnostic.Create(Refused, call.Place, call.Call!.Method.Name, Refusals.Explain(call.Call.Refusal)));
            }

            foreach (var call in view.CallsOf(file.SemanticModel, file.CancellationToken).Where(call => isMeasuring && call is { Scope.Kind: ScopeKind.Measured, Refusal: Refusal.None }))
            {
                accepted.Add((file.SemanticModel, call));
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (model, call) in accepted)
            {
                var interceptor = model.GetInterceptorMethod(call.Invocation!, end.CancellationToken);
                if (!IsOurs(interceptor, end.CancellationToken))
                {
                    end.ReportDiagnostic(Diagnostic.Create(NotTaken, call.Name.Identifier.GetLocation(), call.Method.Name, Why(model.SyntaxTree, interceptor)));
                }
            }
        });
    }

    /// <summary>Whether an interceptor of ours took a call of the final compilation.</summary>
    internal static bool IsTaken(SemanticModel model, RecognisedCall call, CancellationToken cancellation) =>
        IsOurs(model.GetInterceptorMethod(call.Invocation!, cancellation), cancellation);

    static bool IsOurs(IMethodSymbol? interceptor, CancellationToken cancellation) =>
        interceptor?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && GeneratedHeader.IsOn(declaration.SyntaxTree, cancellation);

    static string Why(SyntaxTree tree, IMethodSymbol? interceptor) => interceptor switch
    {
        not null => "another interceptor took it, '" + interceptor.ContainingType.ToDisplayString() + "'; only one can",
        null when IsGenerated(tree.FilePath) => "it stands in code that another generator wrote (Razor, for one), which ours cannot see; move it to a code-behind file or a partial [AiCall] method",
        null => "no interceptor took it, so the CrossTier generator did not run or failed; look for CS8785 or CS9057 above, then rebuild",
    };

    static bool IsGenerated(string path) =>
        path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
}
