using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC008: one request with two measuring layers of ours around it, as far as the code alone proves it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MeasuredTwiceAnalyzer() : CrossTierAnalyzer(BelowCore, TwoMiddlewares)
{
    const string Title = "Call that is measured twice";

    static readonly DiagnosticDescriptor BelowCore = Rule.Create(
        RuleIds.MeasuredTwice,
        Title,
        "'{0}' is measured here and by the partial method around '{1}', the only caller of '{2}'; move the call into '{1}', or ignore it "
        + "here with [AiIgnore(\"measured by its caller\")]",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor TwoMiddlewares = Rule.Create(
        RuleIds.MeasuredTwice,
        Title,
        "UseCrossTier() is called twice for one pipeline, so each request passes two measuring layers; remove one",
        DiagnosticSeverity.Warning);

    static readonly string[] Middleware = ["UseCrossTier"];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var call in view.CallsOf(model, cancellation).Where(UnmeasurableCallAnalyzer.IsAccepted))
            {
                if (call.Member.ContainingType is { } type && view.ReachOf(type, cancellation).CoreAbove(call.Member) is { } core)
                {
                    file.ReportDiagnostic(Diagnostic.Create(BelowCore, call.Name.Identifier.GetLocation(), call.Method.Name, core, MemberText.Of(call.Member)));
                }
            }

            foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Middleware, cancellation))
            {
                if (token.Parent is SimpleNameSyntax name
                    && CallForm.Of(name).Invocation is { } invocation
                    && IsMiddleware(model, invocation, cancellation)
                    && Below(invocation).Any(lower => IsMiddleware(model, lower, cancellation)))
                {
                    file.ReportDiagnostic(Diagnostic.Create(TwoMiddlewares, token.GetLocation()));
                }
            }
        });

    // The calls before this one in a fluent chain.
    static IEnumerable<InvocationExpressionSyntax> Below(InvocationExpressionSyntax invocation)
    {
        for (var receiver = Receiver(invocation); receiver is InvocationExpressionSyntax lower; receiver = Receiver(lower))
        {
            yield return lower;
        }
    }

    static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    static bool IsMiddleware(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseCrossTier" }
        && model.GetSymbolInfo(invocation, cancellation).Symbol
            is IMethodSymbol { ContainingNamespace: { Name: "CrossTier", ContainingNamespace.IsGlobalNamespace: true } };
}
