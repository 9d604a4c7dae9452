using CrossTier.Analyzers.Calls;
using CrossTier.Inventory;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// AIC008: one request with two measuring layers of ours around it, or a layer that cannot know its request, as far as the code alone proves it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MeasuredTwiceAnalyzer() : CrossTierAnalyzer(BelowCore, BesideHelper, TwoMiddlewares, AboveCache)
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

    static readonly DiagnosticDescriptor BesideHelper = Rule.Create(
        RuleIds.MeasuredTwice,
        Title,
        "'{0}' is measured by itself, and '{1}' sends a request beside it whose reply reports no usage: whether '{2}' is a further request cannot be known; "
        + "return a type with a Usage property, or send that request in a partial method of its own",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor AboveCache = Rule.Create(
        RuleIds.MeasuredTwice,
        Title,
        "UseCrossTier() stands above {0}(), whose answers are no requests, and cannot always know them; put it below, after {0}()",
        DiagnosticSeverity.Warning);

    const string MiddlewareName = "UseCrossTier";

    static readonly string[] Chained = [MiddlewareName, "UseDistributedCache"];

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

            foreach (var (helper, method) in HelpedCores.In(model, view, cancellation))
            {
                file.ReportDiagnostic(Diagnostic.Create(
                    BesideHelper, helper.GetLocation(), helper.Identifier.ValueText, method.Name + PartialNames.Suffix, method.Name));
            }

            foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Chained, cancellation))
            {
                if (token.Parent is SimpleNameSyntax name && CallForm.Of(name).Invocation is { } invocation && Descriptor(invocation) is { } rule)
                {
                    file.ReportDiagnostic(Diagnostic.Create(rule, token.GetLocation(), token.ValueText));
                }
            }

            DiagnosticDescriptor? Descriptor(InvocationExpressionSyntax invocation) =>
                IsMiddleware(model, invocation, cancellation)
                    ? Above(invocation).Any(outer => IsMiddleware(model, outer, cancellation)) ? TwoMiddlewares : null
                : IsCache(model, invocation, cancellation)
                    && Above(invocation).Any(outer => IsMiddleware(model, outer, cancellation))
                    && !Below(invocation).Any(inner => IsMiddleware(model, inner, cancellation)) ? AboveCache
                : null;
        });

    // The calls before this one in a fluent chain: what is added first is outermost.
    static IEnumerable<InvocationExpressionSyntax> Above(InvocationExpressionSyntax invocation)
    {
        for (var receiver = Receiver(invocation); receiver is InvocationExpressionSyntax outer; receiver = Receiver(outer))
        {
            yield return outer;
        }
    }

    // Those after it.
    static IEnumerable<InvocationExpressionSyntax> Below(InvocationExpressionSyntax invocation)
    {
        for (var next = invocation.Parent?.Parent;
            next is InvocationExpressionSyntax inner && inner.Expression == invocation.Parent;
            next = inner.Parent?.Parent)
        {
            yield return inner;
            invocation = inner;
        }
    }

    static bool IsCache(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellation) =>
        model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol { Name: not MiddlewareName } method
        && method.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.AI";

    static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    static bool IsMiddleware(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: MiddlewareName }
        && model.GetSymbolInfo(invocation, cancellation).Symbol
            is IMethodSymbol { ContainingNamespace: { Name: "CrossTier", ContainingNamespace.IsGlobalNamespace: true } };
}
