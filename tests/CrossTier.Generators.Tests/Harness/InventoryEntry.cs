using System.Collections.Immutable;
using CrossTier.Inventory;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>A call as the built assembly lists it.</summary>
sealed record InventoryEntry(IReadOnlyDictionary<string, string> Values)
{
    public string State => Values[CallKeys.State];

    public string? Reason => Values.GetValueOrDefault(CallKeys.Reason);

    public string Call => Values[CallKeys.Call];

    public (string? Provider, string? Model) Labels => (Values.GetValueOrDefault(CallKeys.Provider), Values.GetValueOrDefault(CallKeys.Model));

    /// <summary>Each call: a line stands for several that are equal.</summary>
    public static ImmutableArray<InventoryEntry> Of(Compilation compilation) =>
    [
        .. Lines(compilation)
            .Select(line => (Entry: new InventoryEntry(InventoryLine.Parse(line, out var count)), Count: count))
            .SelectMany(line => Enumerable.Repeat(line.Entry, line.Count)),
    ];

    public static IEnumerable<string> Lines(Compilation compilation) => compilation.Assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments[0].Value is InventoryLine.Key)
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);
}
