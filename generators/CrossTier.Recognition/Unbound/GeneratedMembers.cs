using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Unbound;

/// <summary>The types of members that well-known generators write, by their documented rules: no generator sees what another one writes.</summary>
static class GeneratedMembers
{
    const string JsonContext = "System.Text.Json.Serialization.JsonSerializerContext";
    const string JsonType = "System.Text.Json.Serialization.JsonSerializableAttribute";
    const string JsonTypeInfo = "System.Text.Json.Serialization.Metadata.JsonTypeInfo`1";

    // A field with one of these becomes a property: the field's name without 'm_' or '_', with a capital.
    static readonly string[] PropertyAttributes =
    [
        "CommunityToolkit.Mvvm.ComponentModel.ObservablePropertyAttribute",
        "ReactiveUI.SourceGenerators.ReactiveAttribute",
        "DevExpress.Mvvm.CodeGenerators.GeneratePropertyAttribute",
    ];

    /// <summary>The type of a member that a generator will add to a type or to one that it derives from; null where none is known to.</summary>
    public static ITypeSymbol? TypeOf(INamedTypeSymbol type, string name, Compilation compilation)
    {
        foreach (var declaring in type.SelfAndBaseTypes().Where(declaring => !declaring.DeclaringSyntaxReferences.IsEmpty))
        {
            if ((Property(declaring, name) ?? (declaring.IsOrInherits(JsonContext) ? Json(declaring, name, compilation) : null)) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    static ITypeSymbol? Property(INamedTypeSymbol type, string name) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => PropertyName(field.Name) == name && field.GetAttributes().Any(IsPropertyAttribute))?.Type;

    static bool IsPropertyAttribute(AttributeData attribute) =>
        attribute.AttributeClass is { } type && PropertyAttributes.Any(type.HasMetadataName);

    static string PropertyName(string field)
    {
        var bare = (field.StartsWith("m_", StringComparison.Ordinal) ? field.Substring(2) : field).TrimStart('_');
        return bare.Length == 0 ? bare : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }

    static ITypeSymbol? Json(INamedTypeSymbol context, string name, Compilation compilation) =>
        name == "Default" ? context
        : context.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.HasMetadataName(JsonType) == true)
            .Select(attribute => (Type: attribute.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol, Name: ExplicitName(attribute)))
            .FirstOrDefault(declared => declared.Type is not null && (declared.Name ?? JsonName(declared.Type)) == name)
            .Type is { } serialized ? compilation.GetTypeByMetadataName(JsonTypeInfo)?.Construct(serialized) : null;

    static string? ExplicitName(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "TypeInfoPropertyName").Value.Value as string;

    static string JsonName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => JsonName(array.ElementType) + "Array",
        IArrayTypeSymbol array => JsonName(array.ElementType) + "Array" + array.Rank + "D",
        INamedTypeSymbol { IsGenericType: true } generic => generic.Name + string.Concat(generic.TypeArguments.Select(JsonName)),
        _ => type.Name,
    };
}
