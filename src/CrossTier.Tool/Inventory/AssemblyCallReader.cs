using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrossTier.Tool.Inventory;

/// <summary>Reads the calls that a build wrote into an assembly. The assembly is not loaded: none of its code runs.</summary>
static class AssemblyCallReader
{
    /// <exception cref="InputException">The file is not a .NET assembly or cannot be read.</exception>
    public static IReadOnlyList<InferenceCall> Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (!image.HasMetadata || image.GetMetadataReader() is not { IsAssembly: true } metadata)
            {
                throw NotAnAssembly(path);
            }

            var name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
            return [.. Lines(metadata).Select(line => InventoryLine.Parse(line, name))];
        }
        catch (BadImageFormatException)
        {
            throw NotAnAssembly(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read: {e.Message}");
        }
    }

    static IEnumerable<string> Lines(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyMetadataAttribute"))
            {
                var value = metadata.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                if (value.ReadSerializedString() == InventoryLine.Key && value.ReadSerializedString() is { } line)
                {
                    yield return line;
                }
            }
        }
    }

    static InputException NotAnAssembly(string path) => new($"'{path}' is not a .NET assembly; name the .dll that the build wrote.");
}
