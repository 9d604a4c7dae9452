using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>A method, or a local function, that may pass parameters on to a call that sends.</summary>
sealed class HttpHelper
{
    ImmutableArray<(string Target, SyntaxNode Source)> _flows;

    public HttpHelper(SyntaxNode declaration)
    {
        Declaration = declaration;
        (Name, var parameters) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Identifier.ValueText, method.ParameterList),
            LocalFunctionStatementSyntax function => (function.Identifier.ValueText, function.ParameterList),
            _ => throw new ArgumentException("Neither a method nor a local function.", nameof(declaration)),
        };
        Parameters = [.. parameters.Parameters.Select(parameter => parameter.Identifier.ValueText)];
    }

    public SyntaxNode Declaration { get; }

    public string Name { get; }

    public ImmutableArray<string> Parameters { get; }

    /// <summary>The calls in it that send, or that another helper may send for.</summary>
    public HashSet<InvocationExpressionSyntax> Sends { get; } = [];

    /// <summary>The names whose values come into some code: those that it mentions, and through variables what these were made of.</summary>
    public HashSet<string> NamesIn(IEnumerable<SyntaxNode> code)
    {
        if (_flows.IsDefault)
        {
            _flows = [.. Declaration.DescendantNodes().SelectMany(Flows)];
        }

        var names = new HashSet<string>(code.SelectMany(Mentioned));
        for (var count = -1; count != names.Count;)
        {
            count = names.Count;
            foreach (var (target, source) in _flows)
            {
                if (names.Contains(target))
                {
                    names.UnionWith(Mentioned(source));
                }
            }
        }

        return names;
    }

    static IEnumerable<(string, SyntaxNode)> Flows(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer: { } made } variable => [(variable.Identifier.ValueText, made)],
        AssignmentExpressionSyntax set => [(Root(set.Left), set.Right)],
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax on } call } =>
            [(Root(on.Expression), call.ArgumentList)],
        _ => [],
    };

    // What is set or filled: request in request.Content, or in request.Headers.Add(...).
    static string Root(ExpressionSyntax target)
    {
        while (target is MemberAccessExpressionSyntax access)
        {
            target = access.Expression;
        }

        return target is IdentifierNameSyntax name ? name.Identifier.ValueText : "";
    }

    static IEnumerable<string> Mentioned(SyntaxNode node) =>
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
