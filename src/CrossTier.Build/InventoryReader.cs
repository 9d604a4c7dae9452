using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrossTier.Build;

/// <summary>Reads what an assembly says of its calls, without loading it.</summary>
static class InventoryReader
{
    const string Key = "CrossTier.Call";

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">The file is no assembly.</exception>
    public static (string Name, List<CallEntry> Calls) Read(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var definition = metadata.GetAssemblyDefinition();
        return (metadata.GetString(definition.Name), [.. definition.GetCustomAttributes().Select(handle => Line(metadata, handle)).OfType<string>().Select(Parse)]);
    }

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
        return value.ReadSerializedString() == Key ? value.ReadSerializedString() : null;
    }

    static CallEntry Parse(string line)
    {
        var facts = line.Split('\t').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => Unescape(pair[1]));
        facts.Remove("state", out var state);
        facts.Remove("file", out var file);
        return new CallEntry(state ?? "", new Place(file ?? "", Take(facts, "line"), Take(facts, "column")), facts);
    }

    static int Take(Dictionary<string, string> facts, string key) =>
        facts.Remove(key, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static string Unescape(string text)
    {
        var parts = text.Split(@"\\");
        return string.Join('\\', parts.Select(part => part.Replace(@"\t", "\t").Replace(@"\n", "\n").Replace(@"\r", "\r")));
    }
}
