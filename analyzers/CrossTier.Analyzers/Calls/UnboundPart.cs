using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Calls;

/// <summary>Finds the part of a call that another generator wrote, so that the call did not bind while generators ran.</summary>
static class UnboundPart
{
    // Of a variable that is declared by another, and so on.
    const int MaxDepth = 8;

    /// <summary>Names it with what helps; null if there is none.</summary>
    public static string? Advice(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        foreach (var argument in call.ArgumentList.Arguments.Select(argument => argument.Expression))
        {
            if (GeneratedIn(model, argument, MaxDepth, cancellation) is { } symbol)
            {
                var type = model.GetTypeInfo(argument, cancellation).Type?.ToMinimalDisplayString(model, argument.SpanStart);
                return Message(symbol, type is null ? "give it its type in a variable" : $"cast the argument: '({type}){Operand(argument)}'");
            }
        }

        return GeneratedIn(model, call.Expression, MaxDepth, cancellation) is { } receiver
            ? Message(receiver, "call it on a variable with a declared type")
            : null;
    }

    static string Message(ISymbol written, string remedy) =>
        $"'{written.Name}' is written by another generator, so the call does not bind while generators run; {remedy}";

    static string Operand(ExpressionSyntax argument) =>
        argument is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            ? argument.ToString()
            : $"({argument})";

    static ISymbol? GeneratedIn(SemanticModel model, SyntaxNode node, int depth, CancellationToken cancellation)
    {
        foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, cancellation).Symbol;
            if (symbol is { DeclaringSyntaxReferences: { IsEmpty: false } declarations })
            {
                if (declarations.All(declaration => UnmeasurableCallAnalyzer.IsOfOtherGenerator(declaration.SyntaxTree.FilePath)))
                {
                    return symbol;
                }

                if (depth > 0 && symbol is ILocalSymbol
                    && declarations[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                    && GeneratedIn(model, value, depth - 1, cancellation) is { } inside)
                {
                    return inside;
                }
            }
        }

        return null;
    }
}
