using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>Names of types in metadata.</summary>
static class TypeNames
{
    const int FileHashLength = 64;
    const int MaxDepth = 100;

    /// <summary>The metadata name with namespace; what stands between a type and the one that contains it is the caller's choice.</summary>
    /// <exception cref="BadImageFormatException">A type contains itself, or is nested too deeply.</exception>
    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle, char nested = '+')
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        for (var depth = 0; type.GetDeclaringType() is { IsNil: false } outer; depth++)
        {
            type = metadata.GetTypeDefinition(outer);
            name = Within(metadata.GetString(type.Name), nested, name, depth);
        }

        return Qualified(metadata.GetString(type.Namespace), name);
    }

    /// <inheritdoc cref="Of(MetadataReader, TypeDefinitionHandle, char)"/>
    public static string Of(MetadataReader metadata, TypeReferenceHandle handle, char nested = '+')
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        for (var depth = 0; type.ResolutionScope is { Kind: HandleKind.TypeReference, IsNil: false } outer; depth++)
        {
            type = metadata.GetTypeReference((TypeReferenceHandle)outer);
            name = Within(metadata.GetString(type.Name), nested, name, depth);
        }

        return Qualified(metadata.GetString(type.Namespace), name);
    }

    /// <summary>Whether the compiler made the type for a lambda, an iterator or an async method.</summary>
    public static bool IsCompilerGenerated(string name) => name.StartsWith('<') && WithoutFile(name).Length == name.Length;

    /// <summary>The name as written in the source: a file-local type has the file in its metadata name.</summary>
    public static string WithoutFile(string name)
    {
        var file = name.IndexOf(">F", StringComparison.Ordinal);
        var start = file + 2 + FileHashLength;
        return name.StartsWith('<') && file > 0 && name.Length > start + 2 && name[start] == '_' && name[start + 1] == '_' ? name[(start + 2)..] : name;
    }

    // No compiler nests types so deeply; a crafted assembly may let a type contain itself.
    static string Within(string outer, char nested, string name, int depth) =>
        depth < MaxDepth ? outer + nested + name : throw new BadImageFormatException("Types are nested too deeply.");

    static string Qualified(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
