using System.Reflection.Metadata;
using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads the inventory of a referenced assembly, without loading it; null if it was not built with CrossTier.</summary>
static class ReferencedInventoryReader
{
    public static AssemblyInventory? Read(MetadataReference reference, CancellationToken cancellation)
    {
        var (name, lines) = reference switch
        {
            CompilationReference project => (project.Compilation.AssemblyName ?? "", Lines(project.Compilation)),
            PortableExecutableReference file when Metadata(file) is { } metadata =>
                (metadata.GetString(metadata.GetAssemblyDefinition().Name), Lines(metadata)),
            _ => ("", []),
        };
        return lines.Count == 0 ? null : Inventory(name, [.. lines.Select(line => (InventoryLine.Parse(line, out var count), count))]);
    }

    static AssemblyInventory Inventory(string assembly, IReadOnlyList<(Dictionary<string, string> Call, int Count)> calls)
    {
        int Count(string state) => calls.Where(line => Value(line.Call, CallKeys.State) == state).Sum(line => line.Count);
        var measured = calls.Where(line => Value(line.Call, CallKeys.State) == CallStates.Measured).Select(line => Site(line.Call)).Distinct();
        var ignored = calls.Where(line => Value(line.Call, CallKeys.State) == CallStates.Ignored).Select(line => Value(line.Call, CallKeys.ApiProvider) ?? "");
        return new AssemblyInventory(assembly, measured.ToEquatableArray(), Count(CallStates.Measured), Count(CallStates.Ignored), Count(CallStates.Baselined))
        {
            IgnoredProviders = ignored.Distinct().OrderBy(provider => provider, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    static SiteModel Site(Dictionary<string, string> call) => new(
        Value(call, CallKeys.Call) ?? "",
        Value(call, CallKeys.Provider),
        Value(call, CallKeys.Model),
        Value(call, CallKeys.Instance),
        Math.Max(0, Array.FindIndex(ExplicitLabels.Tiers, tier => tier.Equals(Value(call, CallKeys.Tier), StringComparison.OrdinalIgnoreCase))),
        Value(call, CallKeys.ApiProvider));

    static string? Value(Dictionary<string, string> call, string key) => call.TryGetValue(key, out var value) ? value : null;

    static List<string> Lines(Compilation compilation) =>
    [
        .. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute"
                && attribute.ConstructorArguments is [{ Value: InventoryLine.Key }, { Value: string }])
            .Select(attribute => (string)attribute.ConstructorArguments[1].Value!),
    ];

    static List<string> Lines(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, "CrossTier"))
            ? [.. InventoryReader.Lines(metadata)]
            : [];

    static MetadataReader? Metadata(PortableExecutableReference file)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly && assembly.GetModules()[0].GetMetadataReader() is { IsAssembly: true } reader
                ? reader : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return null; // The compiler reports a reference that it cannot read.
        }
    }
}
