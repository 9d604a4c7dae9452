using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Where code stands, in a form that is the same on every machine that maps its paths.</summary>
internal static class PlaceReader
{
    public static PlaceModel Read(Location location, Compilation compilation)
    {
        var span = location.GetMappedLineSpan();
        var path = span.Path;
        var mapped = compilation.Options.SourceReferenceResolver?.NormalizePath(path, baseFilePath: null) ?? path;
        return new PlaceModel(mapped.Replace('\\', '/'), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
