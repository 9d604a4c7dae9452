using CrossTier.Inventory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>The second way to be measured: a partial method whose generated half calls <c>{Name}Core</c>.</summary>
static class PartialMethods
{
    /// <summary>Whether a method is the <c>{Name}Core</c> of a partial <c>[AiCall]</c> method of its type.</summary>
    public static bool IsCore(IMethodSymbol method) => DefinitionOf(method) is not null;

    /// <summary>The partial <c>[AiCall]</c> method whose <c>{Name}Core</c> a method is; null for another method.</summary>
    public static IMethodSymbol? DefinitionOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && method.Name.EndsWith(PartialNames.Suffix, System.StringComparison.Ordinal)
            ? method.ContainingType?.GetMembers(method.Name.Substring(0, method.Name.Length - PartialNames.Suffix.Length)).OfType<IMethodSymbol>()
                .FirstOrDefault(definition => IsMeasured(definition) && IsCoreOf(method, definition))
            : null;

    /// <summary>Whether a method is a partial definition with <c>[AiCall]</c>, written by the user without a body.</summary>
    public static bool IsMeasured(IMethodSymbol method) =>
        method.IsPartialDefinition && method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiCall);

    /// <summary>The method that the generated half calls, or null if none of the type fits.</summary>
    public static IMethodSymbol? CoreOf(IMethodSymbol definition) =>
        definition.ContainingType.GetMembers(definition.Name + PartialNames.Suffix).OfType<IMethodSymbol>().FirstOrDefault(core => IsCoreOf(core, definition));

    /// <summary>Whether a method yields what it returns.</summary>
    public static bool IsIterator(IMethodSymbol? core, CancellationToken cancellation) =>
        core?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax { Body: { } body }
        && body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node => node is YieldStatementSyntax);

    static bool IsCoreOf(IMethodSymbol core, IMethodSymbol definition) =>
        core.Arity == definition.Arity
        && (core.IsStatic || !definition.IsStatic)
        && core.RefKind == definition.RefKind
        && core.Parameters.Length == definition.Parameters.Length
        && core.Parameters.Zip(definition.Parameters, (a, b) => a.RefKind == b.RefKind && SameType(a.Type, b.Type, core, definition)).All(same => same)
        && SameType(core.ReturnType, definition.ReturnType, core, definition)
        && core.TypeParameters.Zip(definition.TypeParameters, (a, b) => AsksNoMore(a, b, core, definition)).All(fits => fits);

    // A Core may be callable with more types than its definition, not with fewer.
    static bool AsksNoMore(ITypeParameterSymbol core, ITypeParameterSymbol definition, IMethodSymbol coreMethod, IMethodSymbol definingMethod) =>
        (!core.HasUnmanagedTypeConstraint || definition.HasUnmanagedTypeConstraint)
        && (!core.HasValueTypeConstraint || definition.HasValueTypeConstraint)
        && (!core.HasReferenceTypeConstraint || definition.HasReferenceTypeConstraint)
        && (!core.HasConstructorConstraint || definition.HasConstructorConstraint || definition.HasValueTypeConstraint)
        && (core.AllowsRefLikeType || !definition.AllowsRefLikeType)
        && core.ConstraintTypes.All(type => definition.ConstraintTypes.Any(other => SameType(type, other, coreMethod, definingMethod)));

    // A generic Core has type parameters of its own: compared by position, through their names in place.
    static bool SameType(ITypeSymbol a, ITypeSymbol b, IMethodSymbol core, IMethodSymbol definition) =>
        core.Arity == 0
            ? SymbolEqualityComparer.Default.Equals(a, b)
            : Positional(a, core) == Positional(b, definition);

    static string Positional(ITypeSymbol type, IMethodSymbol method) =>
        string.Concat(type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat).Select(part =>
            part.Symbol is ITypeParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
                ? "!" + parameter.Ordinal : part.ToString()));
}
