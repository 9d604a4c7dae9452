using System.Reflection.Metadata;
using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads the inventory of a referenced assembly, without loading it; null if it was not built with CrossTier.</summary>
internal static class ReferencedInventoryReader
{
    public static AssemblyInventory? Read(MetadataReference reference, CancellationToken cancellation)
    {
        var (name, lines) = reference switch
        {
            CompilationReference project => (project.Compilation.AssemblyName ?? "", Lines(project.Compilation)),
            PortableExecutableReference file when Metadata(file) is { } metadata => (metadata.GetString(metadata.GetAssemblyDefinition().Name), Lines(metadata)),
            _ => ("", []),
        };
        return lines.Count == 0 ? null : Inventory(name, lines);
    }

    static AssemblyInventory Inventory(string assembly, IReadOnlyList<Dictionary<string, string>> calls)
    {
        int Count(string state) => calls.Count(call => Value(call, "state") == state);
        var measured = calls.Where(call => Value(call, "state") == "measured").Select(Site).Distinct();
        return new AssemblyInventory(assembly, measured.ToEquatableArray(), Count("measured"), Count("excused"), Count("baselined"));
    }

    static SiteModel Site(Dictionary<string, string> call) => new(
        Value(call, "call") ?? "",
        Value(call, "provider"),
        Value(call, "model"),
        Value(call, "instance"),
        Math.Max(0, Array.FindIndex(StatedLabels.Tiers, tier => tier.Equals(Value(call, "tier"), StringComparison.OrdinalIgnoreCase))),
        Value(call, "apiProvider"));

    static string? Value(Dictionary<string, string> call, string key) => call.TryGetValue(key, out var value) ? value : null;

    static List<Dictionary<string, string>> Lines(Compilation compilation) =>
        [.. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments is [{ Value: InventoryLine.Key }, { Value: string }])
            .Select(attribute => InventoryLine.Parse((string)attribute.ConstructorArguments[1].Value!))];

    static MetadataReader? Metadata(PortableExecutableReference file)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly && assembly.GetModules()[0].GetMetadataReader() is { IsAssembly: true } reader ? reader : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return null; // The compiler reports a reference that it cannot read.
        }
    }

    static List<Dictionary<string, string>> Lines(MetadataReader metadata)
    {
        if (!metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, "CrossTier")))
        {
            return [];
        }

        List<Dictionary<string, string>> lines = [];
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference
                || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } type
                || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyMetadataAttribute"))
            {
                continue;
            }

            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            if (value.ReadSerializedString() == InventoryLine.Key && value.ReadSerializedString() is { } line)
            {
                lines.Add(InventoryLine.Parse(line));
            }
        }

        return lines;
    }
}
