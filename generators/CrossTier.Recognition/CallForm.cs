using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>The syntax around a method's name: <c>client.M</c>, <c>?.M</c> or <c>M</c>, called or only named.</summary>
internal static class CallForm
{
    public static (ExpressionSyntax Expression, InvocationExpressionSyntax? Invocation) Of(SimpleNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding when binding.Name == name => binding,
            _ => name,
        };
        return (expression, expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression ? invocation : null);
    }
}
