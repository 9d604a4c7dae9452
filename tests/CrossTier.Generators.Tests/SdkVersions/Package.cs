using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.SdkVersions;

/// <summary>A package of the project file's list, in one version.</summary>
sealed record Package(string Id, string Version)
{
    // Best first: what a project of today would get.
    static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "net6.0", "netstandard2.1", "netstandard2.0"];

    static readonly ImmutableArray<(string Key, string Value)> Metadata =
    [
        .. typeof(Package).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Select(attribute => (attribute.Key, attribute.Value!)),
    ];

    public static ImmutableArray<Package> Sdks { get; } = Listed("Sdk:");

    public static ImmutableArray<Package> Dependencies { get; } = Listed("SdkDependency:");

    /// <summary>Its assemblies.</summary>
    public IEnumerable<PortableExecutableReference> References
    {
        get
        {
            var lib = Path.Combine(Metadata.Single(entry => entry.Key == "PackageRoot").Value, Id.ToLowerInvariant(), Version, "lib");
            var framework = Frameworks.First(framework => Directory.Exists(Path.Combine(lib, framework)));
            return Directory.GetFiles(Path.Combine(lib, framework), "*.dll").Select(path => MetadataReference.CreateFromFile(path));
        }
    }

    static ImmutableArray<Package> Listed(string prefix) =>
    [
        .. Metadata.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.Split(';').Select(version => new Package(entry.Key[prefix.Length..], version.Trim('[', ']')))),
    ];
}
