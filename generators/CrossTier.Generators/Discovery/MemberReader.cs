using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Finds public instance properties by name, also one object deeper and in base types and interfaces, and keeps which diagnostics reading
/// them raises.
/// </summary>
internal sealed class MemberReader
{
    readonly SortedSet<string> _suppressions = new(StringComparer.Ordinal);

    /// <summary>The diagnostics that reading the members found so far raises.</summary>
    public EquatableArray<string> Suppressions => _suppressions.ToEquatableArray();

    /// <summary>The first of the paths that leads to a property whose type fits, as an expression after the object; null if none does.</summary>
    public string? Find(ITypeSymbol type, IEnumerable<string> paths, Func<ITypeSymbol, bool> fits) =>
        paths.Select(path => Follow(type, path.Split('.'), fits)).FirstOrDefault(expression => expression is not null);

    /// <summary>A readable public property that one name reaches.</summary>
    public IPropertySymbol? Property(ITypeSymbol type, string name)
    {
        var found = Candidates(type, name).FirstOrDefault(properties => properties.Count > 0);
        if (found is not [var property] || DiagnosticIds.IsError(property))
        {
            return null;
        }

        _suppressions.UnionWith(DiagnosticIds.Of(property).Concat(DiagnosticIds.Of(property.Type)));
        return property;
    }

    /// <summary>Whether a type converts to <c>long?</c> by itself.</summary>
    public static bool IsCount(ITypeSymbol type) => Underlying(type).SpecialType is
        SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte;

    public static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    string? Follow(ITypeSymbol type, string[] path, Func<ITypeSymbol, bool> fits)
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

    // Nearest first: a type hides the properties of its bases. Two interfaces with one name hide nothing of each other: the name is ambiguous.
    static IEnumerable<List<IPropertySymbol>> Candidates(ITypeSymbol type, string name) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.SelectMany(constraint => Candidates(constraint, name)),
        { TypeKind: TypeKind.Interface } => [Declared(type, name), [.. type.AllInterfaces.SelectMany(face => Declared(face, name))]],
        _ => Bases(type).Select(declaring => Declared(declaring, name)),
    };

    static List<IPropertySymbol> Declared(ITypeSymbol type, string name) =>
        [.. type.GetMembers(name).OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public })];

    static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
