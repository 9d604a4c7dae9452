using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>An interface that a class of generated code can implement by passing every member on to another object.</summary>
static class PassableInterface
{
    /// <summary>That of the object which an extension method extends; null if it is none, or has a member that cannot be passed on.</summary>
    public static INamedTypeSymbol? Of(IMethodSymbol method, Compilation compilation) =>
        (method.ReducedFrom ?? method).OriginalDefinition
            is { IsExtensionMethod: true, Parameters: [{ Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } face }, ..] }
            && Members(face).All(member => CanPassOn(member, compilation))
            ? face
            : null;

    /// <summary>What must be passed on: its methods and properties, also inherited ones and those with a body.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol face) =>
        face.AllInterfaces.Prepend(face)
            .SelectMany(declaring => declaring.GetMembers())
            .Where(member => (!member.IsStatic || member.IsAbstract) && member is not (ITypeSymbol or IMethodSymbol { AssociatedSymbol: not null }));

    static bool CanPassOn(ISymbol member, Compilation compilation) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && compilation.IsNameable(member.ContainingType)
        && member switch
        {
            IMethodSymbol { RefKind: RefKind.None } method => InterceptionRules.OwnTypes(method).All(type => compilation.IsNameable(type)),
            IPropertySymbol { RefKind: RefKind.None, IsIndexer: false, SetMethod: null or { IsInitOnly: false } } property =>
                compilation.IsNameable(property.Type),
            _ => false,
        };
}
