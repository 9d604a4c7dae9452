using System.Text;

namespace Microsoft.CodeAnalysis;

/// <summary>Walks from a type to those around, below and behind it, and its name as metadata has it.</summary>
static class TypeSymbolExtensions
{
    /// <summary>A type and the types that it derives from, nearest first.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBaseTypes(this ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    /// <summary>A class and the classes that it derives from, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBaseTypes(this INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    /// <summary>A type and the types around it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainingTypes(this INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    /// <summary>A type, the types that it derives from and all its interfaces.</summary>
    public static IEnumerable<ITypeSymbol> SelfBaseTypesAndInterfaces(this ITypeSymbol type) => type.SelfAndBaseTypes().Concat(type.AllInterfaces);

    /// <summary>A type, the types that it derives from and all its interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfBaseTypesAndInterfaces(this INamedTypeSymbol type) => type.SelfAndBaseTypes().Concat(type.AllInterfaces);

    /// <summary>Whether a type is the one of a metadata name, derives from it or implements it.</summary>
    public static bool IsOrInherits(this ITypeSymbol type, string metadataName) =>
        type.SelfBaseTypesAndInterfaces().Any(declaring => declaring.HasMetadataName(metadataName));

    /// <summary>Whether a type, or the definition of a generic one, has this full name; see <see cref="FullMetadataName"/>.</summary>
    public static bool HasMetadataName(this ITypeSymbol type, string metadataName) =>
        type is INamedTypeSymbol named && metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal) && named.FullMetadataName() == metadataName;

    /// <summary>Whether a lambda of a type is data and no code.</summary>
    public static bool IsExpressionTree(this ITypeSymbol type) =>
        type.Name == "Expression" && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";

    /// <summary>A type's full name as metadata has it, such as <c>Microsoft.Extensions.AI.IEmbeddingGenerator`2</c>.</summary>
    public static string FullMetadataName(this INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, '+').Insert(0, outer.MetadataName);
        }

        for (var containing = type.ContainingNamespace; containing is { IsGlobalNamespace: false }; containing = containing.ContainingNamespace)
        {
            name.Insert(0, '.').Insert(0, containing.MetadataName);
        }

        return name.ToString();
    }
}
