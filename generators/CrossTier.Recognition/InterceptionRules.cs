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
        if (SignatureTypes(definition).Any(type => !model.Compilation.IsNameable(type, IsHost(type)))
            || !model.Compilation.IsSymbolAccessibleWithin(definition, model.Compilation.Assembly))
        {
            return UnsupportedReason.InaccessibleType;
        }

        if (HasStaticAbstract(ReceiverType(definition)))
        {
            return UnsupportedReason.StaticAbstract;
        }

        if (IsBoundAtRunTime(definition))
        {
            return UnsupportedReason.DynamicParameter;
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

    /// <summary>Whether a type is an interface that cannot be a type argument, since nothing implements a static member of it (CS8920).</summary>
    public static bool HasStaticAbstract(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Interface }
        && type.AllInterfaces.Prepend(type).Any(declaring => declaring.GetMembers().Any(member => member is { IsStatic: true, IsAbstract: true }));

    static bool IsInExpressionTree(IOperation? operation)
    {
        for (; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation { Parent: IConversionOperation { Type: { } type } } && type.IsExpressionTree())
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

    static ITypeSymbol? ReceiverType(IMethodSymbol definition) =>
        definition.IsExtensionMethod ? definition.Parameters[0].Type : definition.IsStatic ? null : definition.ContainingType;

    // A dynamic argument that cannot be cast to object makes the call in generated code one that is bound at run time, and such a call takes no 'in'.
    static bool IsBoundAtRunTime(IMethodSymbol definition) =>
        definition.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Dynamic)
        && definition.Parameters.Any(parameter => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter
            || (parameter.Type.TypeKind == TypeKind.Dynamic && parameter.RefKind != RefKind.None));

    /// <summary>The types that a method's own signature names: parameters, reply, constraints.</summary>
    public static IEnumerable<ITypeSymbol> OwnTypes(IMethodSymbol definition) =>
        definition.Parameters.Select(parameter => parameter.Type)
            .Append(definition.ReturnType)
            .Concat(definition.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes));

    static IEnumerable<ITypeSymbol> SignatureTypes(IMethodSymbol definition) =>
        OwnTypes(definition)
            .Append(definition.ContainingType)
            .Concat(TypeParameters(definition).SelectMany(parameter => parameter.ConstraintTypes));
}
