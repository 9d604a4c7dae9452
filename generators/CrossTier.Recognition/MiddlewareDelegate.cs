using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>Finds the delegate that a pipeline is given as a middleware: an argument of a builder's <c>Use</c>.</summary>
static class MiddlewareDelegate
{
    /// <summary>The nearest middleware delegate around a call; null if there is none.</summary>
    public static AnonymousFunctionExpressionSyntax? Around(SemanticModel model, SyntaxNode? node, CancellationToken cancellation) =>
        node?.Ancestors()
            .TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax)
            .OfType<AnonymousFunctionExpressionSyntax>()
            .FirstOrDefault(function => IsMiddleware(model, function, cancellation));

    /// <summary>Whether an expression is a parameter of such a delegate: what the middleware was handed.</summary>
    public static bool IsHanded(SemanticModel model, AnonymousFunctionExpressionSyntax function, ExpressionSyntax expression, CancellationToken cancellation) =>
        expression is IdentifierNameSyntax
        && model.GetSymbolInfo(expression, cancellation).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol owner }
        && SymbolEqualityComparer.Default.Equals(owner, model.GetSymbolInfo(function, cancellation).Symbol);

    static bool IsMiddleware(SemanticModel model, AnonymousFunctionExpressionSyntax function, CancellationToken cancellation) =>
        function.Parent is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Use" },
            } use,
        }
        && model.GetSymbolInfo(use, cancellation).Symbol is IMethodSymbol method
        && (method.ReceiverType?.Name.EndsWith("Builder", StringComparison.Ordinal) == true);
}
