using System.Collections.Concurrent;
using CrossTier.Analyzers.Calls;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// AIC002: an inference call inside a scope that is not measured. What the classifier refuses is reported at once. Whether an interceptor of
/// ours really took what it accepts is asked of the compiler, and reported at the end: while one types, generated files are stale.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmeasurableCallAnalyzer() : UnmeasuredCallAnalyzer(Refused, NotTaken)
{
    const string Title = "Inference call in a scope that is not measured";
    const string MessageFormat = "'{0}' is in an [AiCall] scope and is not measured: {1}";

    static readonly DiagnosticDescriptor Refused = Rule.Create(RuleIds.UnmeasurableCall, Title, MessageFormat, DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor NotTaken =
        Rule.CreateForCompilationEnd(RuleIds.UnmeasurableCall, Title, MessageFormat, DiagnosticSeverity.Error);

    /// <summary>Whether the classifier refuses a call inside a scope.</summary>
    internal static bool Applies(RecognisedCall call) => call is { Scope.Kind: ScopeKind.Measured, UnsupportedReason: not UnsupportedReason.None };

    /// <summary>Whether the classifier accepts a call inside a scope, so that an interceptor must take it.</summary>
    internal static bool IsAccepted(RecognisedCall call) => call is { Scope.Kind: ScopeKind.Measured, UnsupportedReason: UnsupportedReason.None };

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        base.Start(context, view);
        if (!RuleGate.IsMeasuring(context.Options))
        {
            return;
        }

        var accepted = new ConcurrentBag<(SemanticModel Model, RecognisedCall Call)>();
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in view.CallsOf(file.SemanticModel, file.CancellationToken).Where(IsAccepted))
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
                    var why = Why(model.SyntaxTree, interceptor);
                    end.ReportDiagnostic(Diagnostic.Create(NotTaken, call.Name.Identifier.GetLocation(), call.Method.Name, why));
                }
            }
        });
    }

    private protected override Diagnostic Describe(UnmeasuredCall call) =>
        Diagnostic.Create(Refused, call.Location, call.Call!.Method.Name, UnsupportedReasons.Explain(call.Call.UnsupportedReason));

    /// <summary>Whether an interceptor of ours took a call of the final compilation.</summary>
    internal static bool IsTaken(SemanticModel model, RecognisedCall call, CancellationToken cancellation) =>
        IsOurs(model.GetInterceptorMethod(call.Invocation!, cancellation), cancellation);

    static bool IsOurs(IMethodSymbol? interceptor, CancellationToken cancellation) =>
        interceptor?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && GeneratedHeader.IsOn(declaration.SyntaxTree, cancellation);

    static string Why(SyntaxTree tree, IMethodSymbol? interceptor) => interceptor switch
    {
        not null => "another interceptor took it, '" + interceptor.ContainingType.ToDisplayString() + "'; only one can",
        null when IsGenerated(tree.FilePath) =>
            "it is in code that another generator wrote (Razor, for one), which ours cannot see; move it to a code-behind file or a partial [AiCall] method",
        null => "no interceptor took it, so the CrossTier generator did not run or failed; look for CS8785 or CS9057 above, then rebuild",
    };

    static bool IsGenerated(string path) =>
        path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
}
