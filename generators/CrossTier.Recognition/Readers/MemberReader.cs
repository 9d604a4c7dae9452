using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>
/// Finds public instance properties by name, also one object deeper and in base types and interfaces, and keeps which diagnostics reading
/// them raises.
/// </summary>
sealed class MemberReader
{
    readonly SortedSet<string> _suppressions = new(StringComparer.Ordinal);

    /// <summary>The diagnostics that reading the members found so far raises.</summary>
    public EquatableArray<string> Suppressions => _suppressions.ToEquatableArray();

    /// <summary>The first of the paths that leads to a property whose type fits, null if none does.</summary>
    public MemberPath? Find(ITypeSymbol type, IEnumerable<string> paths, Func<ITypeSymbol, bool> fits) =>
        paths.Select(path => Follow(type, path.Split('.'), fits)).FirstOrDefault(found => found is not null);

    /// <summary>A readable public property that one name reaches.</summary>
    public IPropertySymbol? Property(ITypeSymbol type, string name)
    {
        if (PublicProperty.Find(type, name) is not { } property || DiagnosticIds.IsError(property))
        {
            return null;
        }

        _suppressions.UnionWith(DiagnosticIds.Of(property).Concat(DiagnosticIds.Of(property.Type)));
        return property;
    }

    public static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    public static bool IsUri(ITypeSymbol type) => type.HasMetadataName("System.Uri");

    /// <summary>The members of a path; null if it leads nowhere or to a type that does not fit.</summary>
    /// <param name="type">The type of the object that the path starts at.</param>
    /// <param name="path">The names of the properties.</param>
    /// <param name="fits">What the last one must be.</param>
    /// <param name="mayBeNull">Whether the object may be null.</param>
    public MemberPath? Follow(ITypeSymbol type, IEnumerable<string> path, Func<ITypeSymbol, bool> fits, bool mayBeNull = false)
    {
        List<MemberAccess> members = [];
        foreach (var name in path)
        {
            var inner = PublicProperty.NotNullable(type);
            if (Property(inner, name) is not { } property)
            {
                return null;
            }

            members.Add(new MemberAccess(TypeText.Name(property), mayBeNull && (!type.IsValueType || !ReferenceEquals(inner, type))));
            (type, mayBeNull) = (property.Type, true);
        }

        var endsInNull = !ReferenceEquals(type, PublicProperty.NotNullable(type)) || members.Any(member => member.IsConditional);
        return fits(type) ? new MemberPath(members.ToEquatableArray()) { MayBeNull = endsInNull } : null;
    }
}
