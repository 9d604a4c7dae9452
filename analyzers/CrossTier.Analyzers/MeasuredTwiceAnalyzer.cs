using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC008: one request with two measuring layers of ours around it, as far as the code alone proves it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MeasuredTwiceAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.MeasuredTwice,
        "Call that is measured twice",
        "{0}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.MeasuredTwice));

    static readonly string[] Middleware = ["UseCrossTier"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var call in view.CallsOf(model, cancellation).Where(call => call is { Scope.Kind: ScopeKind.Measured, Refusal: Refusal.None }))
            {
                if (call.Member.ContainingType is { } type && view.ReachOf(type, cancellation).CoreAbove(call.Member) is { } core)
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Name.Identifier.GetLocation(), $"'{call.Method.Name}' is measured here and by the partial method around '{core}', the only way to '{MemberText.Of(call.Member)}'; move the call into '{core}', or excuse it here: [AiIgnore(\"measured by its caller\")]"));
                }
            }

            foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Middleware, cancellation))
            {
                if (token.Parent is SimpleNameSyntax name && CallForm.Of(name).Invocation is { } invocation && IsMiddleware(model, invocation, cancellation) && Below(invocation).Any(lower => IsMiddleware(model, lower, cancellation)))
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, token.GetLocation(), "UseCrossTier() stands twice in one pipeline, so each request passes two measuring layers; leave one out"));
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
        && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol { ContainingNamespace: { Name: "CrossTier", ContainingNamespace.IsGlobalNamespace: true } };
}
