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

    static bool IsReferenced(string file) =>
        !file.StartsWith("xunit", StringComparison.Ordinal) && !file.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        && !file.StartsWith("CrossTier.Generators", StringComparison.Ordinal) && !file.StartsWith("Microsoft.TestPlatform", StringComparison.Ordinal)
        && !file.StartsWith("Microsoft.VisualStudio", StringComparison.Ordinal);
}
