using System.Text;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Tells whether a method is an inference API that a compilation knows, an override of one, or the implementation of one.</summary>
internal static class ApiRecogniser
{
    public static ApiRow? Recognise(IMethodSymbol method, KnownApis apis)
    {
        var name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
        if (!apis.HasMethod(name))
        {
            return null;
        }

        for (var declared = (method.ReducedFrom ?? method).OriginalDefinition; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (Declared(declared, name, apis) is { } row)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether a member belongs to a type that is itself called as an inference API, or to a type inside one.</summary>
    public static bool IsInImplementation(ISymbol member, KnownApis apis)
    {
        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                if (apis.HasType(declaring.OriginalDefinition))
                {
                    return true;
                }
            }

            if (type.AllInterfaces.Any(face => apis.HasType(face.OriginalDefinition)))
            {
                return true;
            }
        }

        return false;
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

    /// <summary>The outermost namespace of a symbol, such as <c>RestSharp</c>; empty in the global one.</summary>
    public static string? RootNamespace(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space?.Name;
    }

    static ApiRow? Declared(IMethodSymbol method, string name, KnownApis apis)
    {
        if (method.ContainingType is not { } type)
        {
            return null;
        }

        return apis.Row(MetadataName(type), name) ?? type.AllInterfaces.Select(face => Implemented(method, type, face, name, apis)).FirstOrDefault(row => row is not null);
    }

    static ApiRow? Implemented(IMethodSymbol method, INamedTypeSymbol type, INamedTypeSymbol face, string name, KnownApis apis)
    {
        return apis.Row(MetadataName(face.OriginalDefinition), name) is { } row && face.GetMembers(name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)) ? row : null;
    }
}
