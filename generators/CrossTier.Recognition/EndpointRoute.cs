using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>The route of a minimal API's endpoint, where the code shows it.</summary>
static class EndpointRoute
{
    const string Extensions = "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions";
    const string Group = "MapGroup";
    const string AnyOf = "MapMethods";

    static readonly Dictionary<string, string> Verbs = new()
    {
        ["MapGet"] = "GET ",
        ["MapPost"] = "POST ",
        ["MapPut"] = "PUT ",
        ["MapDelete"] = "DELETE ",
        ["MapPatch"] = "PATCH ",
        ["Map"] = "",
        [AnyOf] = "",
    };

    /// <summary>Verb and route of the endpoint whose handler a lambda is; null for another lambda, or a route that is no constant.</summary>
    public static string? Of(SemanticModel model, AnonymousFunctionExpressionSyntax handler, CancellationToken cancellation)
    {
        if (handler.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation }
            || NameOf(invocation) is not { } name
            || !Verbs.TryGetValue(name, out var verb)
            || Pattern(model, invocation, cancellation) is not { } pattern)
        {
            return null;
        }

        // The handler stands last, after the verbs.
        var arguments = invocation.ArgumentList.Arguments;
        var verbs = name == AnyOf && arguments.Count > 2 ? Constants(model, arguments[arguments.Count - 2].Expression, cancellation) : [];
        return (verbs.Count > 0 ? string.Join(",", verbs) + " " : verb)
            + Join(Prefix(model, Receiver(invocation), cancellation), pattern);
    }

    static string? NameOf(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

    static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    // The first constant: in the static form what it extends stands before it.
    static string? Pattern(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellation) =>
        IsOfEndpoints(model.GetSymbolInfo(invocation, cancellation))
            ? invocation.ArgumentList.Arguments.Take(2)
                .Select(argument => model.GetConstantValue(argument.Expression, cancellation).Value as string)
                .FirstOrDefault(text => text is not null)
            : null;

    static bool IsOfEndpoints(SymbolInfo symbol) =>
        (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault())?.ContainingType?.HasMetadataName(Extensions) == true;

    // What a group puts before its endpoints: followed through its variable and calls that return the group.
    static string Prefix(SemanticModel model, ExpressionSyntax? routes, CancellationToken cancellation)
    {
        switch (routes)
        {
            case InvocationExpressionSyntax invocation:
                var outer = Prefix(model, Receiver(invocation), cancellation);
                return NameOf(invocation) == Group && Pattern(model, invocation, cancellation) is { } own ? Join(outer, own) : outer;
            case IdentifierNameSyntax when model.GetSymbolInfo(routes, cancellation).Symbol is ILocalSymbol local
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && value.SyntaxTree == routes.SyntaxTree && value.SpanStart < routes.SpanStart:
                return Prefix(model, value, cancellation);
            default:
                return "";
        }
    }

    static List<string> Constants(SemanticModel model, ExpressionSyntax list, CancellationToken cancellation) =>
        list.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Select(literal => model.GetConstantValue(literal, cancellation).Value as string)
            .OfType<string>()
            .ToList();

    static string Join(string prefix, string pattern) =>
        (prefix.Trim('/'), pattern.Trim('/')) switch
        {
            ("", var own) => "/" + own,
            (var outer, "") => "/" + outer,
            var (outer, own) => $"/{outer}/{own}",
        };
}
