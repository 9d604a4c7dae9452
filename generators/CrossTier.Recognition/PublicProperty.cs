using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Finds readable public instance properties by name, also in base types and interfaces.</summary>
static class PublicProperty
{
    /// <summary>The property that a name reaches; null if there is none, or two interfaces have one each.</summary>
    public static IPropertySymbol? Find(ITypeSymbol type, string name) =>
        Candidates(type, name).FirstOrDefault(properties => properties.Count > 0) is [var property] ? property : null;

    /// <summary>Follows a path with dots; <paramref name="missing"/> is the first name that leads nowhere and the type that lacks it.</summary>
    public static ITypeSymbol? Follow(ITypeSymbol type, IEnumerable<string> path, out (string Name, ITypeSymbol Type)? missing)
    {
        missing = null;
        foreach (var name in path)
        {
            if (Find(NotNullable(type), name) is not { } property)
            {
                missing = (name, type);
                return null;
            }

            type = property.Type;
        }

        return type;
    }

    /// <summary>Whether a type converts to <c>long?</c> by itself.</summary>
    public static bool IsCount(ITypeSymbol type) => NotNullable(type).SpecialType is
        SpecialType.System_Int64
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Byte;

    /// <summary><c>T</c> of <c>T?</c>.</summary>
    public static ITypeSymbol NotNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    // Nearest first: a type hides the properties of its bases. Two interfaces with one name hide nothing of each other: the name is ambiguous.
    static IEnumerable<List<IPropertySymbol>> Candidates(ITypeSymbol type, string name) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.SelectMany(constraint => Candidates(constraint, name)),
        { TypeKind: TypeKind.Interface } => [Declared(type, name), [.. type.AllInterfaces.SelectMany(face => Declared(face, name))]],
        _ => type.SelfAndBaseTypes().Select(declaring => Declared(declaring, name)),
    };

    static List<IPropertySymbol> Declared(ITypeSymbol type, string name) =>
        [.. type.GetMembers(name).OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false }
                && property is { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public })];
}
