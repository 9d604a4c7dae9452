using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.Harness;

/// <summary>What every project under test references: what this process itself runs on.</summary>
static class Platform
{
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The same without the assemblies that a project brings itself.</summary>
    public static IEnumerable<MetadataReference> Besides(IEnumerable<MetadataReference> own)
    {
        var names = own.Select(reference => Path.GetFileName(reference.Display)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return References.Where(reference => !names.Contains(Path.GetFileName(reference.Display)));
    }

    static bool IsReferenced(string file) =>
        !file.StartsWith("xunit", StringComparison.Ordinal) && !file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        && !file.StartsWith("CrossTier.Generators", StringComparison.Ordinal) && !file.StartsWith("Microsoft.TestPlatform", StringComparison.Ordinal)
        && !file.StartsWith("Microsoft.VisualStudio", StringComparison.Ordinal);
}
