using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition.Unbound;

/// <summary>What is around a call that does not bind: each call above it is bound with the stand-ins, too.</summary>
static class Surroundings
{
    /// <summary>Why the call cannot be intercepted, none if it can; null where it is a mock's set-up and no call.</summary>
    public static UnsupportedReason? Read(SemanticModel model, InvocationExpressionSyntax call, StandIns standIns, CancellationToken cancellation)
    {
        var reason = UnsupportedReason.None;
        foreach (var around in call.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax))
        {
            switch (around)
            {
                case InvocationExpressionSyntax invocation when Method(model, invocation, standIns, cancellation) is { } method:
                    if (MockDetector.IsMockLibrary(method))
                    {
                        return null;
                    }

                    if (TakesTree(method, invocation, call))
                    {
                        reason = UnsupportedReason.ExpressionTree;
                    }

                    break;
                case InvocationExpressionSyntax:
                    return UnsupportedReason.UnboundArgument;
                case LambdaExpressionSyntax lambda when model.GetTypeInfo(lambda, cancellation).ConvertedType?.IsExpressionTree() == true:
                    reason = UnsupportedReason.ExpressionTree;
                    break;
            }
        }

        return reason;
    }

    static IMethodSymbol? Method(SemanticModel model, InvocationExpressionSyntax invocation, StandIns standIns, CancellationToken cancellation) =>
        (model.GetSymbolInfo(invocation, cancellation).Symbol
            ?? model.GetSpeculativeSymbolInfo(invocation.SpanStart, standIns.Rewrite(invocation), SpeculativeBindingOption.BindAsExpression).Symbol)
            as IMethodSymbol;

    static bool TakesTree(IMethodSymbol method, InvocationExpressionSyntax invocation, SyntaxNode call)
    {
        var at = invocation.ArgumentList.Arguments.IndexOf(argument => argument.Span.Contains(call.Span));
        return at >= 0
            && invocation.ArgumentList.Arguments[at] is { Expression: LambdaExpressionSyntax, NameColon: var named }
            && (named is null ? method.Parameters.ElementAtOrDefault(at) : method.Parameters.FirstOrDefault(one => one.Name == named.Name.Identifier.ValueText))
                is { } parameter
            && parameter.Type.IsExpressionTree();
    }
}
