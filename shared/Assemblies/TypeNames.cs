using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>Names of types in metadata.</summary>
static class TypeNames
{
    const int FileHashLength = 64;

    /// <summary>The metadata name with namespace; what stands between a type and the one that contains it is the caller's choice.</summary>
    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle, char nested = '+')
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? Of(metadata, outer, nested) + nested + name
            : Qualified(metadata.GetString(type.Namespace), name);
    }

    public static string Of(MetadataReader metadata, TypeReferenceHandle handle, char nested = '+')
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope is { Kind: HandleKind.TypeReference, IsNil: false } outer
            ? Of(metadata, (TypeReferenceHandle)outer, nested) + nested + name
            : Qualified(metadata.GetString(type.Namespace), name);
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

    static string Qualified(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
