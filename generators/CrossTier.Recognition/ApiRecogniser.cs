using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Determines whether a method is an inference API that a compilation knows, an override of one, or the implementation of one.</summary>
static class ApiRecogniser
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
    public static bool IsInImplementation(ISymbol member, KnownApis apis) =>
        (member as INamedTypeSymbol ?? member.ContainingType).SelfAndContainingTypes()
            .SelectMany(type => type.SelfBaseTypesAndInterfaces())
            .Any(declaring => apis.HasType(declaring.OriginalDefinition));

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

        return apis.Row(type.FullMetadataName(), name)
            ?? type.AllInterfaces.Select(face => Implemented(method, type, face, name, apis)).FirstOrDefault(row => row is not null);
    }

    static ApiRow? Implemented(IMethodSymbol method, INamedTypeSymbol type, INamedTypeSymbol face, string name, KnownApis apis)
    {
        return apis.Row(face.FullMetadataName(), name) is { } row
            && face.GetMembers(name).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
            ? row : null;
    }
}
