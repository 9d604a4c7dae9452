using System.Text;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Tells whether a method is an inference API: one of the catalogue, an override of one, or the implementation of one.</summary>
internal static class ApiRecogniser
{
    public static ApiRow? Recognise(IMethodSymbol method)
    {
        var name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
        if (!ApiCatalogue.ByMethod.Contains(name))
        {
            return null;
        }

        for (var declared = (method.ReducedFrom ?? method).OriginalDefinition; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (Declared(declared, name) is { } row)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether a member belongs to a type that is itself called as an inference API, or to a type inside one.</summary>
    public static bool IsInImplementation(ISymbol member)
    {
        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                if (IsApi(declaring.OriginalDefinition))
                {
                    return true;
                }
            }

            if (type.AllInterfaces.Any(face => IsApi(face.OriginalDefinition)))
            {
                return true;
            }
        }

        return false;

        static bool IsApi(INamedTypeSymbol type) => ApiCatalogue.Types.Contains(MetadataName(type));
    }

    /// <summary>A type's name as metadata has it, such as <c>Microsoft.Extensions.AI.IEmbeddingGenerator`2</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, '+').Insert(0, outer.MetadataName);
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, '.').Insert(0, space.MetadataName);
        }

        return name.ToString();
    }

    static ApiRow? Declared(IMethodSymbol method, string name)
    {
        if (method.ContainingType is not { } type)
        {
            return null;
        }

        var rows = ApiCatalogue.ByMethod[name];
        var typeName = MetadataName(type);
        return rows.FirstOrDefault(row => row.Type == typeName)
            ?? type.AllInterfaces.Select(face => Implemented(method, type, face, name)).FirstOrDefault(row => row is not null);
    }

    static ApiRow? Implemented(IMethodSymbol method, INamedTypeSymbol type, INamedTypeSymbol face, string name)
    {
        var faceName = MetadataName(face.OriginalDefinition);
        var row = ApiCatalogue.ByMethod[name].FirstOrDefault(candidate => candidate.Type == faceName);
        return row is not null && face.GetMembers(name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)) ? row : null;
    }
}
