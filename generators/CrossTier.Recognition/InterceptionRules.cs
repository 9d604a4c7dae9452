using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CrossTier.Recognition;

/// <summary>What the compiler can intercept without changing the program, as measured on compiler 5.9.0.</summary>
static class InterceptionRules
{
    public static UnsupportedReason CanIntercept(
        SemanticModel model,
        IMethodSymbol method,
        ExpressionSyntax expression,
        InvocationExpressionSyntax? invocation,
        IOperation? operation,
        out InterceptableLocation? location,
        CancellationToken cancellation)
    {
        location = null;
        if (invocation is null)
        {
            return CallForm.InParentheses(expression) is null ? UnsupportedReason.MethodGroup : UnsupportedReason.NotInterceptable;
        }

        // The compiler takes it silently and the interceptor, calling the virtual method, then calls itself without end.
        if (expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax })
        {
            return UnsupportedReason.BaseCall;
        }

        if (IsInExpressionTree(operation))
        {
            return UnsupportedReason.ExpressionTree;
        }

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!definition.ContainingType.CanBeReferencedByName && definition.ContainingType.TypeKind != TypeKind.Class)
        {
            return UnsupportedReason.ExtensionMember;
        }

        if (IsStructReceiver(definition, operation))
        {
            return UnsupportedReason.StructReceiver;
        }

        bool IsHost(ITypeSymbol type) => definition.IsExtensionMethod && SymbolEqualityComparer.Default.Equals(type, definition.ContainingType);
        if (SignatureTypes(definition).Any(type => !IsNameable(type, model.Compilation, IsHost(type)))
            || !model.Compilation.IsSymbolAccessibleWithin(definition, model.Compilation.Assembly))
        {
            return UnsupportedReason.InaccessibleType;
        }

        var names = TypeParameters(definition).Select(parameter => parameter.Name).ToList();
        if (names.Distinct().Count() < names.Count)
        {
            return UnsupportedReason.ShadowedTypeParameter;
        }

        location = model.GetInterceptableLocation(invocation, cancellation);
        return location is null ? UnsupportedReason.NotInterceptable : UnsupportedReason.None;
    }

    /// <summary>The type parameters that an interceptor must have: those of the containing types, outermost first, then the method's.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParameters(IMethodSymbol definition) =>
        definition.ContainingType.SelfAndContainingTypes().Reverse().SelectMany(type => type.TypeParameters).Concat(definition.TypeParameters);

    static bool IsInExpressionTree(IOperation? operation)
    {
        for (; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation { Parent: IConversionOperation { Type: { Name: "Expression" } type } }
                && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions")
            {
                return true;
            }
        }

        return false;
    }

    static bool IsStructReceiver(IMethodSymbol definition, IOperation? operation)
    {
        if (definition.IsStatic)
        {
            return false;
        }

        return definition.ContainingType.IsValueType
            || ((operation as IInvocationOperation)?.Instance is { Type: ITypeParameterSymbol { IsReferenceType: false } });
    }

    static IEnumerable<ITypeSymbol> SignatureTypes(IMethodSymbol definition) =>
        definition.Parameters.Select(parameter => parameter.Type)
            .Append(definition.ReturnType)
            .Append(definition.ContainingType)
            .Concat(TypeParameters(definition).SelectMany(parameter => parameter.ConstraintTypes));

    // The type that declares an extension need not be named: the extension is called on its receiver.
    static bool IsNameable(ITypeSymbol type, Compilation compilation, bool isHost = false) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType, compilation),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        INamedTypeSymbol named =>
            !named.IsFileLocal && (isHost || !AmbiguousTypes.Of(compilation).Contains(named)) && IsInGlobalAlias(named, compilation)
                && compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)
            && named.TypeArguments.All(argument => IsNameable(argument, compilation))
            && (named.ContainingType is null || IsNameable(named.ContainingType, compilation)),
        _ => true,
    };

    // A library that is only referenced under an extern alias has no global:: names. One with several aliases is referenced once for each.
    static bool IsInGlobalAlias(INamedTypeSymbol type, Compilation compilation) =>
        type.ContainingAssembly is not { } assembly
        || compilation.GetMetadataReference(assembly) is not { Properties.Aliases.IsDefaultOrEmpty: false } reference
        || compilation.ExternalReferences.Any(other =>
            other.Display == reference.Display
                && (other.Properties.Aliases.IsDefaultOrEmpty || other.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias)));
}
