using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Reads an <c>[assembly: AiApi]</c>.</summary>
static class DeclaredApi
{
    public const string Provider = "Provider";
    public const string Model = "Model";
    public const string Usage = "Usage";
    public const string InputTokens = "InputTokens";
    public const string OutputTokens = "OutputTokens";

    /// <summary>A row for each type that declares the method: the explicit one, or those that it inherits it from.</summary>
    public static IEnumerable<ApiRow> Rows(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }, { Value: string method }])
        {
            return [];
        }

        var paths = new MemberPaths(Text(attribute, Model), Text(attribute, Usage), Text(attribute, InputTokens), Text(attribute, OutputTokens));
        return Members(type, method).OfType<IMethodSymbol>()
            .Select(member => member.ContainingType.FullMetadataName())
            .Distinct()
            .Select(declaring => new ApiRow(declaring, method, Operation.Other, Text(attribute, Provider), paths));
    }

    /// <summary>The members of a name, also inherited ones.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name) =>
        type.OriginalDefinition.SelfBaseTypesAndInterfaces().SelectMany(declaring => declaring.GetMembers(name));

    /// <summary>A named argument; null if it is absent or blank.</summary>
    public static string? Text(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Primitive, Value: string text }
            && !string.IsNullOrWhiteSpace(text) ? text : null;
}
