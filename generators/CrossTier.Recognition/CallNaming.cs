using CrossTier.Inventory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>
/// What a call is named after where its attribute names it not: the endpoint that it answers, such as <c>GET /ask</c>, else its member and the
/// local functions and named lambdas inside it, such as <c>Program.Main/ask</c>.
/// </summary>
static class CallNaming
{
    public static string Of(SemanticModel model, SyntaxNode call, ISymbol member, CancellationToken cancellation)
    {
        List<string> inner = [];
        for (var node = call; node is not null and not (MemberDeclarationSyntax and not GlobalStatementSyntax); node = node.Parent)
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax function:
                    inner.Insert(0, function.Identifier.ValueText);
                    break;
                case AnonymousFunctionExpressionSyntax lambda when EndpointRoute.Of(model, lambda, cancellation) is { } route:
                    return route;
                case AnonymousFunctionExpressionSyntax lambda when Variable(lambda) is { } name:
                    inner.Insert(0, name);
                    break;
            }
        }

        return string.Join(CallName.InnerSeparator, inner.Prepend(InventoryNames.Call(member)));
    }

    // What a lambda is assigned to. A field's initialiser is its member already.
    static string? Variable(AnonymousFunctionExpressionSyntax lambda)
    {
        SyntaxNode value = lambda;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } variable } =>
                variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: SimpleNameSyntax name } => name.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
