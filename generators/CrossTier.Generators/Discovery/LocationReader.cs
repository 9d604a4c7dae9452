using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Where code stands, in a form that is the same on every machine that maps its paths.</summary>
static class LocationReader
{
    public static LocationModel Read(Location location, Compilation compilation)
    {
        var span = location.GetMappedLineSpan();
        return new LocationModel(Mapped(span.Path, compilation), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    /// <summary>A path as the build maps it, with the same separators everywhere.</summary>
    public static string Mapped(string path, Compilation compilation) =>
        (compilation.Options.SourceReferenceResolver?.NormalizePath(path, baseFilePath: null) ?? path).Replace('\\', '/');
}
