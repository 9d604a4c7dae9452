using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Finds the nearest <c>[AiCall]</c> or <c>[AiIgnore]</c> around a place: lambda, local function, member, type, assembly.</summary>
static class ScopeReader
{
    public static CallScope Read(ISymbol? enclosing, IAssemblySymbol assembly)
    {
        for (var symbol = enclosing; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (OwnScope(symbol) is { } own)
            {
                return own;
            }

            if (symbol is IMethodSymbol method && PartialMethods.IsCore(method))
            {
                return CallScope.Core;
            }
        }

        return Of(assembly) is { } scope ? scope with { IsOfAssembly = true } : CallScope.None;
    }

    /// <summary>The member a call is counted under: not the lambda or local function inside it, not the accessor or backing field of a property.</summary>
    public static ISymbol MemberOf(ISymbol symbol)
    {
        while (symbol.ContainingSymbol is not INamedTypeSymbol and not null && symbol is not INamedTypeSymbol)
        {
            symbol = symbol.ContainingSymbol;
        }

        return AssociatedOf(symbol) ?? symbol;
    }

    static CallScope? OwnScope(ISymbol symbol)
    {
        var scope = Of(symbol);
        if (scope is null && symbol is IMethodSymbol method)
        {
            scope = (method.PartialDefinitionPart ?? method.PartialImplementationPart) is { } otherPart ? Of(otherPart) : null;
        }

        return scope ?? (AssociatedOf(symbol) is { } associated ? Of(associated) : null);
    }

    static ISymbol? AssociatedOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.AssociatedSymbol,
        IFieldSymbol field => field.AssociatedSymbol,
        _ => null,
    };

    static CallScope? Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case AttributeNames.AiCall:
                    return new CallScope(ScopeKind.Measured, attribute, ExplicitLabels.Read(attribute));
                case AttributeNames.AiIgnore:
                    return new CallScope(ScopeKind.Ignored, attribute, Reason: attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "");
            }
        }

        return null;
    }
}
