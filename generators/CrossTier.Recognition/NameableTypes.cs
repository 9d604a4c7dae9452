namespace Microsoft.CodeAnalysis;

/// <summary>Which types generated code can write down: accessible ones whose full name means one type.</summary>
static class NameableTypes
{
    /// <summary>Whether a type, its arguments and the types around it can be written down.</summary>
    /// <param name="compilation">Where.</param>
    /// <param name="type">The type.</param>
    /// <param name="isHost">Whether it only declares an extension, which is called on its receiver where the type's own name is ambiguous.</param>
    public static bool IsNameable(this Compilation compilation, ITypeSymbol type, bool isHost = false) => type switch
    {
        IArrayTypeSymbol array => compilation.IsNameable(array.ElementType),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        INamedTypeSymbol named =>
            !named.IsFileLocal && (isHost || !CrossTier.Recognition.AmbiguousTypes.Of(compilation).Contains(named)) && IsInGlobalAlias(named, compilation)
                && compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)
            && named.TypeArguments.All(argument => compilation.IsNameable(argument))
            && (named.ContainingType is null || compilation.IsNameable(named.ContainingType)),
        _ => true,
    };

    /// <summary>The type of a metadata name; null where there is none, or none that can be written down.</summary>
    public static INamedTypeSymbol? FindNameable(this Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && compilation.IsNameable(type) ? type : null;

    /// <summary>The type of a metadata name that an object of another type may be: what <c>is</c>, <c>as</c> and <c>case</c> can ask for.</summary>
    public static INamedTypeSymbol? FindNameable(this Compilation compilation, string metadataName, ITypeSymbol asked) =>
        compilation.FindNameable(metadataName) is { } type && compilation.ClassifyCommonConversion(asked, type) is { Exists: true, IsUserDefined: false }
            ? type : null;

    // A library that is only referenced under an extern alias has no global:: names. One with several aliases is referenced once for each.
    static bool IsInGlobalAlias(INamedTypeSymbol type, Compilation compilation) =>
        type.ContainingAssembly is not { } assembly
        || compilation.GetMetadataReference(assembly) is not { Properties.Aliases.IsDefaultOrEmpty: false } reference
        || compilation.ExternalReferences.Any(other =>
            other.Display == reference.Display
                && (other.Properties.Aliases.IsDefaultOrEmpty || other.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias)));
}
