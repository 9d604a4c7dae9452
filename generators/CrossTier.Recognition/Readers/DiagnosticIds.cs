using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>The diagnostics that using a symbol raises and that its user has accepted: experimental APIs, and obsolete ones with an id of their own.</summary>
static class DiagnosticIds
{
    /// <summary>Of everything that an interceptor or a partial half of a method names.</summary>
    public static IEnumerable<string> OfSignature(IMethodSymbol method) =>
        Of(method)
            .Concat(Of(method.ReturnType))
            .Concat(method.Parameters.SelectMany(parameter => Of(parameter.Type)))
            .Concat(method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes).SelectMany(Of))
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal);

    /// <summary>Of a member and the types, module and assembly around it; of a type also its arguments.</summary>
    public static IEnumerable<string> Of(ISymbol? symbol)
    {
        if (symbol is IArrayTypeSymbol array)
        {
            return Of(array.ElementType);
        }

        var own = Around(symbol).SelectMany(around => around.GetAttributes()).Select(Id).OfType<string>();
        return symbol is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } ? own.Concat(arguments.SelectMany(Of)) : own;
    }

    /// <summary>Whether using a symbol is an error that nothing suppresses.</summary>
    public static bool IsError(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => Is(attribute, "System.ObsoleteAttribute") && attribute.ConstructorArguments is [_, { Value: true }]);

    static IEnumerable<ISymbol> Around(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            yield return symbol;
            if (symbol is INamedTypeSymbol { ContainingModule: { } module, ContainingType: null })
            {
                yield return module;
                yield return module.ContainingAssembly;
            }
        }
    }

    static string? Id(AttributeData attribute) =>
        Is(attribute, "System.Diagnostics.CodeAnalysis.ExperimentalAttribute")
            ? attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string id } ? id : null
        : Is(attribute, "System.ObsoleteAttribute") ? attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string
        : null;

    static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.ToDisplayString() == name;
}
