using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>The syntax around a method's name: <c>client.M</c>, <c>?.M</c> or <c>M</c>, called or only named.</summary>
static class CallForm
{
    public static (ExpressionSyntax Expression, InvocationExpressionSyntax? Invocation) Of(SimpleNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding when binding.Name == name => binding,
            _ => name,
        };
        return (expression, InvocationOf(expression));
    }

    /// <summary>The call of <c>(client.M)(...)</c>; null for any other form.</summary>
    public static InvocationExpressionSyntax? InParentheses(ExpressionSyntax expression)
    {
        var outer = expression;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            outer = parenthesized;
        }

        return outer == expression ? null : InvocationOf(outer);
    }

    /// <summary>What a method is called on, as <c>client</c> in <c>client.M()</c> and <c>client?.M()</c>; null where nothing is written.</summary>
    public static ExpressionSyntax? ReceiverOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } } =>
            conditional.Expression,
        _ => null,
    };

    static InvocationExpressionSyntax? InvocationOf(ExpressionSyntax expression) =>
        expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression ? invocation : null;
}
