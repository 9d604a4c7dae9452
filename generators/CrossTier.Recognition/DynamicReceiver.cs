using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>
/// Finds the API behind <c>dynamic client = new ChatClient(...); client.CompleteChat(...)</c>: the call itself is bound at run time, but the
/// variable's only value shows the type.
/// </summary>
static class DynamicReceiver
{
    public static IMethodSymbol? MethodOf(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation)
    {
        var receiver = CallForm.ReceiverOf(name);
        return receiver is not null && model.GetTypeInfo(receiver, cancellation).Type is IDynamicTypeSymbol
            && ValueType(model, receiver, cancellation) is { } type
            ? ApiOf(type, name.Identifier.ValueText, KnownApis.Of(model.Compilation))
            : null;
    }

    static ITypeSymbol? ValueType(SemanticModel model, ExpressionSyntax receiver, CancellationToken cancellation)
    {
        if (receiver is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            var inner = receiver is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)receiver).Expression;
            return model.GetTypeInfo(inner, cancellation).Type is { TypeKind: not TypeKind.Dynamic } known ? known : ValueType(model, inner, cancellation);
        }

        // Another file's field initialiser would need that file's model: it is not looked at.
        return model.GetSymbolInfo(receiver, cancellation).Symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol
            && model.GetSymbolInfo(receiver, cancellation)
                .Symbol!.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == model.SyntaxTree)?.GetSyntax(cancellation)
                    is { } declaration
            && Initialiser(declaration) is { } value
            && model.GetTypeInfo(value, cancellation).Type is { TypeKind: not TypeKind.Dynamic } type
                ? type
                : null;
    }

    static ExpressionSyntax? Initialiser(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        _ => null,
    };

    static IMethodSymbol? ApiOf(ITypeSymbol type, string name, KnownApis apis) =>
        type.SelfBaseTypesAndInterfaces()
            .SelectMany(declaring => declaring.GetMembers(name).OfType<IMethodSymbol>())
            .FirstOrDefault(method => ApiRecogniser.Recognise(method, apis) is not null);
}
