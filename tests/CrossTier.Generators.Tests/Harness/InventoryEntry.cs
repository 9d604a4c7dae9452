using System.Collections.Immutable;
using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>A call as the built assembly lists it.</summary>
sealed record InventoryEntry(IReadOnlyDictionary<string, string> Values)
{
    public string State => Values["state"];

    public string? Reason => Values.GetValueOrDefault("reason");

    public string Call => Values["call"];

    public string Place => $"{Values["file"]}({Values["line"]},{Values["column"]})";

    public (string? Provider, string? Model) Labels => (Values.GetValueOrDefault("provider"), Values.GetValueOrDefault("model"));

    public static ImmutableArray<InventoryEntry> Of(Compilation compilation) =>
    [
        .. compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments[0].Value is InventoryLine.Key)
            .Select(attribute => new InventoryEntry(InventoryLine.Parse((string)attribute.ConstructorArguments[1].Value!))),
    ];
}
