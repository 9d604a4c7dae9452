using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>
/// Whether a client is seen to carry our middleware, which then measures its calls: by how the variable is made, in the same member or type.
/// </summary>
sealed class MiddlewareCarrier
{
    // Of a client that is made of another, and so on.
    const int MaxDepth = 8;

    const string Middleware = "UseCrossTier";

    readonly SemanticModel _model;
    readonly CancellationToken _cancellation;

    MiddlewareCarrier(SemanticModel model, CancellationToken cancellation) => (_model, _cancellation) = (model, cancellation);

    /// <summary>Whether the client of a call carries it.</summary>
    public static bool IsAsked(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation) =>
        CallForm.ReceiverOf(name) is { } receiver && new MiddlewareCarrier(model, cancellation).Carries(receiver, 0);

    /// <summary>Whether a method puts our middleware on a client.</summary>
    public static bool IsMiddleware(IMethodSymbol method) =>
        method.Name == Middleware && (method.ReducedFrom ?? method).ContainingNamespace is { Name: "CrossTier", ContainingNamespace.IsGlobalNamespace: true };

    bool Carries(ExpressionSyntax? value, int depth) => depth < MaxDepth && value switch
    {
        ParenthesizedExpressionSyntax inner => Carries(inner.Expression, depth),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Carries(inner.Operand, depth),
        CastExpressionSyntax inner => Carries(inner.Expression, depth),
        ConditionalExpressionSyntax choice => Carries(choice.WhenTrue, depth) && Carries(choice.WhenFalse, depth),
        InvocationExpressionSyntax call => IsPut(call) || (IsOfFrameworks(call) && Carries(Receiver(call), depth)),
        BaseObjectCreationExpressionSyntax made => IsOfFrameworks(made) && made.ArgumentList?.Arguments.FirstOrDefault() is { } first
            && Carries(first.Expression, depth + 1),
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => IsVariable(value, depth + 1),
        _ => false,
    };

    bool IsPut(InvocationExpressionSyntax call) => _model.GetSymbolInfo(call, _cancellation).Symbol is IMethodSymbol method && IsMiddleware(method);

    // Builders, wrappers and agents of the frameworks pass a request on to what they are made of.
    bool IsOfFrameworks(ExpressionSyntax call) =>
        _model.GetSymbolInfo(call, _cancellation).Symbol is IMethodSymbol method
        && SdkRecogniser.Of((method.ReducedFrom ?? method).ContainingType) is { IsFramework: true };

    static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    bool IsVariable(ExpressionSyntax name, int depth)
    {
        var symbol = _model.GetSymbolInfo(name, _cancellation).Symbol;
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol)
            || symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.SyntaxTree != _model.SyntaxTree)
        {
            return false;
        }

        var declaration = reference.GetSyntax(_cancellation);
        if (declaration is PropertyDeclarationSyntax { ExpressionBody.Expression: { } computed })
        {
            return Carries(computed, depth);
        }

        if (Room(symbol, declaration) is not { } room)
        {
            return false;
        }

        var mentions = Mentions(room, symbol).ToList();
        ExpressionSyntax?[] values =
        [
            (declaration as VariableDeclaratorSyntax)?.Initializer?.Value ?? (declaration as PropertyDeclarationSyntax)?.Initializer?.Value,
            .. mentions.Select(mention => mention.Parent is AssignmentExpressionSyntax set && set.Left == mention ? set.Right : null),
        ];
        var set = values.OfType<ExpressionSyntax>().ToList();
        return !mentions.Exists(IsWrittenElsewhere)
            && ((set.Count > 0 && set.All(value => Carries(value, depth)))
                || (set.Count == 1 && mentions.Exists(mention => IsPutOn(mention, declaration))));
    }

    // Where a variable can be written: its member, or its type if nobody else may write it.
    SyntaxNode? Room(ISymbol symbol, SyntaxNode declaration) => symbol switch
    {
        ILocalSymbol => declaration.FirstAncestorOrSelf<GlobalStatementSyntax>()?.Parent ?? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(),
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } or { DeclaredAccessibility: Accessibility.Private }
            when symbol.ContainingType.DeclaringSyntaxReferences is [var type] => type.GetSyntax(_cancellation),
        _ => null,
    };

    IEnumerable<ExpressionSyntax> Mentions(SyntaxNode room, ISymbol symbol) =>
        room.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name, _cancellation).Symbol, symbol))
            .Select(name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name);

    static bool IsWrittenElsewhere(ExpressionSyntax mention) => mention.Parent is ArgumentSyntax
    {
        RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword,
    };

    // builder.UseFunctionInvocation().UseCrossTier(); as a statement beside the declaration.
    bool IsPutOn(ExpressionSyntax mention, SyntaxNode declaration)
    {
        ExpressionSyntax chain = mention;
        var isPut = false;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == chain)
        {
            chain = outer;
            isPut |= IsPut(outer);
        }

        return isPut && chain.Parent is ExpressionStatementSyntax statement && Block(statement) == Block(declaration.FirstAncestorOrSelf<StatementSyntax>());
    }

    static SyntaxNode? Block(StatementSyntax? statement) => statement?.Parent is GlobalStatementSyntax global ? global.Parent : statement?.Parent;
}
