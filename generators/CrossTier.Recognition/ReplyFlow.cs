using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>Follows the reply of a call through its member: whether it, or what is made of it, is what the member returns.</summary>
static class ReplyFlow
{
    public static bool IsReturned(ExpressionSyntax call)
    {
        SyntaxNode node = call;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax:
                    return IsReturnedBy(parent);
                case AnonymousFunctionExpressionSyntax function when function.Body == node:
                    return IsReturned(function);
                case ForEachStatementSyntax loop when loop.Expression == node:
                    return YieldsOf(loop.Statement).Any(yielded => Mentions(yielded, loop.Identifier.ValueText)) && IsReturnedBy(loop);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return IsVariableReturned(parent, variable.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == node:
                    return IsVariableReturned(parent, variable.Identifier.ValueText);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax next } when IsInference(next):
                    return false; // It is what another request is made of.
                case ConditionalExpressionSyntax conditional when conditional.Condition == node:
                case SwitchExpressionSyntax choice when choice.GoverningExpression == node:
                case BinaryExpressionSyntax binary when !binary.IsKind(SyntaxKind.CoalesceExpression) && !binary.IsKind(SyntaxKind.AsExpression):
                case StatementSyntax:
                    return false;
                default:
                    node = parent;
                    break;
            }
        }

        return false;
    }

    // A lambda's or a local function's result counts by what becomes of it.
    static bool IsReturnedBy(SyntaxNode statement) =>
        statement.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
            is not AnonymousFunctionExpressionSyntax function || IsReturned(function);

    static bool IsReturned(AnonymousFunctionExpressionSyntax function) =>
        function.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var taker } } }
            && taker.Identifier.ValueText == "Use"
        || IsReturned((ExpressionSyntax)function);

    static bool IsVariableReturned(SyntaxNode assignment, string variable)
    {
        var function = assignment.Ancestors()
            .First(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return ResultsOf(function).Any(result => Mentions(result, variable)) && IsReturnedBy(assignment)
            || function.DescendantNodes().OfType<ForEachStatementSyntax>().Any(loop =>
                Mentions(loop.Expression, variable) && YieldsOf(loop.Statement).Any(yielded => Mentions(yielded, loop.Identifier.ValueText)));
    }

    static IEnumerable<ExpressionSyntax> ResultsOf(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<ExpressionSyntax>()
            .Concat(YieldsOf(function));

    static IEnumerable<ExpressionSyntax> YieldsOf(SyntaxNode body) =>
        body.DescendantNodesAndSelf().OfType<YieldStatementSyntax>().Select(statement => statement.Expression).OfType<ExpressionSyntax>();

    // What goes into another request is not what comes out of this one.
    static bool Mentions(ExpressionSyntax expression, string variable) =>
        expression.DescendantNodesAndSelf(node => node is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } || !IsInference(call))
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == variable && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name));

    static bool IsInference(InvocationExpressionSyntax call) => NameOf(call.Expression) is { } name && ApiCatalogue.ByMethod.Contains(name);

    static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
