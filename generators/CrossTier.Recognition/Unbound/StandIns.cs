using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition.Unbound;

/// <summary>
/// Puts <c>default(T)</c> for each expression that does not bind and whose type is known: what a well-known generator writes, and variables that
/// are declared by it.
/// </summary>
sealed class StandIns(SemanticModel model, CancellationToken cancellation)
{
    // Of a variable that is declared by another, and so on.
    const int MaxDepth = 8;

    readonly Dictionary<SyntaxNode, ITypeSymbol> _explicit = [];
    int _depth;

    /// <summary>Lets an expression stand for a value of a type.</summary>
    public void Add(ExpressionSyntax expression, ITypeSymbol type) => _explicit[expression] = type;

    /// <summary>An expression with its stand-ins: the same object where it needs none.</summary>
    public T Rewrite<T>(T expression)
        where T : SyntaxNode
    {
        var known = new Dictionary<SyntaxNode, ITypeSymbol>();
        Collect(expression, known);
        return known.Count == 0 ? expression : expression.ReplaceNodes(known.Keys, (original, _) => Parse(StandIn(known[original])).WithTriviaFrom(original));
    }

    /// <summary>The type of an expression; null where it holds something that no generator seen so far writes.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        if (model.GetTypeInfo(expression, cancellation).Type is { } bound && !HoldsError(bound))
        {
            return bound;
        }

        if (KnownType(expression) is { } known)
        {
            return known;
        }

        var rewritten = Rewrite(expression);
        return rewritten != expression
            && model.GetSpeculativeTypeInfo(expression.SpanStart, rewritten, SpeculativeBindingOption.BindAsExpression).Type is { } type
            && !HoldsError(type)
                ? type
                : null;
    }

    public static string StandIn(ITypeSymbol type) => $"default({TypeText.Plain(type)})";

#pragma warning disable RS0030 // It is bound, and emitted nowhere.
    public ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text, options: model.SyntaxTree.Options);
#pragma warning restore RS0030

    static bool HoldsError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HoldsError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HoldsError),
        _ => false,
    };

    void Collect(SyntaxNode node, Dictionary<SyntaxNode, ITypeSymbol> known)
    {
        if (node is ExpressionSyntax expression && KnownType(expression) is { } type)
        {
            known[expression] = type;
            return;
        }

        foreach (var child in node.ChildNodes())
        {
            Collect(child, known);
        }
    }

    ITypeSymbol? KnownType(ExpressionSyntax expression)
    {
        if (_explicit.TryGetValue(expression, out var given))
        {
            return given;
        }

        if (_depth == MaxDepth)
        {
            return null;
        }

        _depth++;
        try
        {
            return expression switch
            {
                MemberAccessExpressionSyntax access when IsUnbound(access) => ContainerOf(access.Expression) is { } container
                    ? GeneratedMembers.TypeOf(container, access.Name.Identifier.ValueText, model.Compilation)
                    : null,
                IdentifierNameSyntax name when IsValue(name) => OfName(name),
                _ => null,
            };
        }
        finally
        {
            _depth--;
        }
    }

    ITypeSymbol? OfName(IdentifierNameSyntax name)
    {
        if (model.GetSymbolInfo(name, cancellation).Symbol is { } symbol)
        {
            return symbol is ILocalSymbol { Type: IErrorTypeSymbol } local
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                    ? TypeOf(value)
                    : null;
        }

        var around = model.GetEnclosingSymbol(name.SpanStart, cancellation);
        return (around as INamedTypeSymbol ?? around?.ContainingType).SelfAndContainingTypes()
            .Select(type => GeneratedMembers.TypeOf(type, name.Identifier.ValueText, model.Compilation))
            .FirstOrDefault(type => type is not null);
    }

    INamedTypeSymbol? ContainerOf(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellation).Symbol as INamedTypeSymbol ?? TypeOf(expression) as INamedTypeSymbol;

    bool IsUnbound(ExpressionSyntax expression) =>
        model.GetSymbolInfo(expression, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true };

    // The name of an argument, of a member that is accessed or of a property that is set belongs to what is around it.
    static bool IsValue(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or TypeArgumentListSyntax => false,
        InvocationExpressionSyntax invocation => invocation.Expression != name,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };
}
