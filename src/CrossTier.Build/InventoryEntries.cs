using CrossTier.Assemblies;
using CrossTier.Inventory;

namespace CrossTier.Build;

/// <summary>The calls that an assembly lists, as the report has them.</summary>
static class InventoryEntries
{
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    public static List<CallEntry> Read(AssemblyFile assembly, SourcePaths paths) => [.. InventoryCalls.Read(assembly).Select(call => Entry(call, paths))];

    static CallEntry Entry(InventoryCall call, SourcePaths paths) => new(
        call.Values.GetValueOrDefault(CallKeys.State, ""),
        call.Location is { } location ? location with { File = paths.Of(location.File) } : null,
        call.Values.Where(fact => fact.Key != CallKeys.State).ToDictionary());
}
