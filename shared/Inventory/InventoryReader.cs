using System.Reflection.Metadata;

namespace CrossTier.Inventory;

/// <summary>Reads the inventory lines of an assembly from its metadata, without loading it.</summary>
static class InventoryReader
{
    /// <exception cref="BadImageFormatException">The metadata is damaged.</exception>
    public static IEnumerable<string> Lines(MetadataReader metadata) =>
        metadata.IsAssembly ? metadata.GetAssemblyDefinition().GetCustomAttributes().Select(handle => Line(metadata, handle)).OfType<string>() : [];

    static string? Line(MetadataReader metadata, CustomAttributeHandle handle)
    {
        var attribute = metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } type
            || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyMetadataAttribute"))
        {
            return null;
        }

        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() == InventoryLine.Key ? value.ReadSerializedString() : null;
    }
}
