using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition.Unbound;

/// <summary>The overloads that a call can mean whatever the types are that its unbound arguments will have.</summary>
static class Overloads
{
    public static List<IMethodSymbol> ThatFit(
        SemanticModel model,
        SimpleNameSyntax name,
        InvocationExpressionSyntax invocation,
        ITypeSymbol receiver,
        StandIns standIns)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var known = arguments.Select(argument => standIns.TypeOf(argument.Expression)).ToList();
        if (known.All((type, at) => type is not null || !IsUnknown(model, arguments[at].Expression)))
        {
            return []; // Something else keeps it from binding.
        }

        return model.LookupSymbols(name.SpanStart, receiver, name.Identifier.ValueText, includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .Where(method => Fits(method, name, arguments, known, model.Compilation))
            .ToList();
    }

    static bool All<T>(this IEnumerable<T> items, Func<T, int, bool> holds) => items.Select(holds).All(one => one);

    // Lambdas, literals and the like have no type of their own either, and are no obstacle.
    static bool IsUnknown(SemanticModel model, ExpressionSyntax argument) =>
        argument.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => model.GetTypeInfo(part).Type is IErrorTypeSymbol);

    static bool Fits(
        IMethodSymbol method,
        SimpleNameSyntax name,
        SeparatedSyntaxList<ArgumentSyntax> arguments,
        List<ITypeSymbol?> known,
        Compilation compilation)
    {
        if (name is GenericNameSyntax generic
            ? method.Arity != generic.TypeArgumentList.Arguments.Count
            : method.TypeParameters.Any(parameter => !method.Parameters.Any(taken => Mentions(taken.Type, parameter))))
        {
            return false;
        }

        var given = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        for (var at = 0; at < arguments.Count; at++)
        {
            var parameter = arguments[at].NameColon is { Name.Identifier.ValueText: var named }
                ? method.Parameters.FirstOrDefault(candidate => candidate.Name == named)
                : at < method.Parameters.Length ? method.Parameters[at] : method.Parameters.LastOrDefault(candidate => candidate.IsParams);
            if (parameter is null || !Takes(parameter, known[at], method, compilation))
            {
                return false;
            }

            given.Add(parameter);
        }

        return method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams || given.Contains(parameter));
    }

    static bool Takes(IParameterSymbol parameter, ITypeSymbol? argument, IMethodSymbol method, Compilation compilation) =>
        argument is null
        || parameter.IsParams
        || method.TypeParameters.Any(free => Mentions(parameter.Type, free))
        || compilation.ClassifyCommonConversion(argument, parameter.Type) is { Exists: true, IsImplicit: true };

    static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol one => SymbolEqualityComparer.Default.Equals(one, parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        _ => false,
    };
}
