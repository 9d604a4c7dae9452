using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds public instance properties by name, also one object deeper and in base types and interfaces.</summary>
internal static class MemberPath
{
    /// <summary>The first of the paths that leads to a property whose type fits, as an expression after the object; null if none does.</summary>
    public static string? Find(ITypeSymbol type, IEnumerable<string> paths, Func<ITypeSymbol, bool> fits) =>
        paths.Select(path => Follow(type, path.Split('.'), fits)).FirstOrDefault(expression => expression is not null);

    /// <summary>A readable public property.</summary>
    public static IPropertySymbol? Property(ITypeSymbol type, string name) =>
        Declaring(type)
            .SelectMany(declaring => declaring.GetMembers(name).OfType<IPropertySymbol>())
            .FirstOrDefault(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public });

    /// <summary>Whether a type converts to <c>long?</c> by itself.</summary>
    public static bool IsCount(ITypeSymbol type) => Underlying(type).SpecialType is
        SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte;

    public static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    static string? Follow(ITypeSymbol type, string[] path, Func<ITypeSymbol, bool> fits)
    {
        var expression = "";
        for (var i = 0; i < path.Length; i++)
        {
            if (Property(type, path[i]) is not { } property)
            {
                return null;
            }

            expression += (i > 0 && !type.IsValueType ? "?." : ".") + TypeText.Name(property);
            type = property.Type;
        }

        return fits(type) ? expression : null;
    }

    static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    static IEnumerable<ITypeSymbol> Declaring(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(Declaring);
        }

        return Bases(type).Concat(type.TypeKind == TypeKind.Interface ? type.AllInterfaces : Enumerable.Empty<ITypeSymbol>());
    }

    static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
