using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>Finds what is known of a type's SDK.</summary>
static class SdkRecogniser
{
    /// <summary>The SDK that a type belongs to; null if it is none that is known.</summary>
    public static Sdk? Of(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name ? ApiCatalogue.Sdks.FirstOrDefault(sdk => IsIn(name, sdk.Namespaces)) : null;

    /// <summary>The SDK whose calls are requests to one model each; null for another type.</summary>
    public static Sdk? OfOneModel(ITypeSymbol type) => Of(type) is { IsFramework: false } sdk ? sdk : null;

    /// <summary>Whether what is made for a model in a type's namespace, or names one, does so for inference.</summary>
    public static bool NamesModels(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name && ApiCatalogue.Sdks.Any(sdk => IsIn(name, sdk.ModelNamespaces ?? sdk.Namespaces));

    /// <summary>What a type speaks through; null if it speaks for itself.</summary>
    public static Variants? Variants(ITypeSymbol type) =>
        type is INamedTypeSymbol named && ApiCatalogue.Variants.TryGetValue(named.FullMetadataName(), out var variants) ? variants : null;

    static bool IsIn(string name, string[] namespaces) => namespaces.Any(one => name == one || name.StartsWith(one + ".", StringComparison.Ordinal));
}
