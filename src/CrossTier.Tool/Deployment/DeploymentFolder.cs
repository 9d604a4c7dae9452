using System.Reflection.Metadata;
using CrossTier.Recognition.Catalogue;
using AssemblyFile = CrossTier.Assemblies.AssemblyFile;

namespace CrossTier.Tool.Deployment;

/// <summary>The assemblies in the folders of some inputs that have to do with inference, each build of one once.</summary>
static class DeploymentFolder
{
    /// <summary>The paths of the assemblies, those of the inputs first.</summary>
    public static IReadOnlyList<string> Assemblies(IEnumerable<string> inputs)
    {
        var named = inputs.Select(Path.GetFullPath).ToList();
        HashSet<Guid> seen = [];
        return
        [
            .. named.Concat(named.Select(path => Path.GetDirectoryName(path)!).Distinct()
                    .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)))
                .Where(path => BuildOf(path) is { } build && seen.Add(build)),
        ];
    }

    // Null for what is no .NET assembly, or names no type of an SDK.
    static Guid? BuildOf(string path)
    {
        try
        {
            using var file = AssemblyFile.Open(path);
            var metadata = file.Metadata;
            return metadata.TypeReferences.Any(handle => IsKnown(metadata, metadata.GetTypeReference(handle).Namespace))
                || metadata.TypeDefinitions.Any(handle => IsKnown(metadata, metadata.GetTypeDefinition(handle).Namespace))
                ? metadata.GetGuid(metadata.GetModuleDefinition().Mvid)
                : null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null; // A native library, or what the user named wrongly: that is reported where the inputs are read.
        }
    }

    static bool IsKnown(MetadataReader metadata, StringHandle space) =>
        ApiCatalogue.Sdks.Any(sdk => sdk.Namespaces.Any(known =>
            metadata.StringComparer.Equals(space, known) || metadata.StringComparer.StartsWith(space, known + ".")));
}
