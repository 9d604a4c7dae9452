using System.Text.RegularExpressions;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>A method's signature as text that compiles anywhere.</summary>
/// <param name="Name">The method's name, escaped.</param>
/// <param name="ReturnType">With <c>ref</c> where it returns by reference.</param>
/// <param name="Parameters">Its own parameters, without a receiver.</param>
/// <param name="TypeParameters">The type parameters of its containing types and its own, in this order.</param>
/// <param name="OwnTypeParameters">How many of them are the method's own: the last ones.</param>
/// <param name="Constraints">One <c>where</c> clause each.</param>
/// <param name="OwnConstraints">Those that its other partial half must state: an override inherits most.</param>
/// <param name="ReturnsByRef">Whether it returns by reference.</param>
/// <param name="Suppressions">The diagnostics that naming its types raises.</param>
sealed record SignatureModel(
    string Name,
    string ReturnType,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> TypeParameters,
    int OwnTypeParameters,
    EquatableArray<string> Constraints,
    EquatableArray<string> OwnConstraints,
    bool ReturnsByRef,
    EquatableArray<string> Suppressions)
{
    /// <summary>The arguments of a call that passes every parameter on.</summary>
    public string Arguments => string.Join(", ", Parameters.Select(parameter => parameter.Argument));

    /// <summary>Its constraints after its head.</summary>
    public string Clauses => string.Concat(Constraints.Select(clause => " " + clause));

    public string TypeParameterList => List(TypeParameters);

    public string OwnTypeArguments => List(TypeParameters.Skip(TypeParameters.Count - OwnTypeParameters));

    /// <summary>The type parameters alone, for a type that the method uses: all of them if what it implements mentions one, else none.</summary>
    public SignatureModel GenericAs(string interfaceType)
    {
        var isGeneric = TypeParameters.Any(name => Regex.IsMatch(interfaceType, $@"(?<![\w.:@]){name}(?!\w)"));
        var (parameters, constraints) = isGeneric ? (TypeParameters, Constraints) : default;
        return new SignatureModel("", "", default, parameters, 0, constraints, default, ReturnsByRef: false, default);
    }

    /// <summary>The head of an explicit implementation.</summary>
    public string Implementation(string interfaceType) =>
        $"{ReturnType} {interfaceType}.{Name}{OwnTypeArguments}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration))})"
        + $"{string.Concat(OwnConstraints.Select(clause => " " + clause))}";

    /// <summary>A name for a local or parameter of generated code that none of the user's names has.</summary>
    public string Free(string name)
    {
        while (TypeParameters.Contains(name) || Parameters.Any(parameter => parameter.Name.TrimStart('@') == name))
        {
            name = "_" + name;
        }

        return name;
    }

    static string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? $"<{list}>" : "";
}
