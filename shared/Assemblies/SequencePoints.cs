using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>Where instructions come from, as a portable PDB has it.</summary>
/// <param name="symbols">The PDB; null where there is none.</param>
/// <param name="folder">The project's folder as the PDB has it: paths below it are given without it.</param>
sealed class SequencePoints(MetadataReader? symbols, string folder)
{
    readonly Dictionary<MethodDefinitionHandle, IReadOnlyList<(int Offset, SourceLocation Location)>> _points = [];

    /// <summary>The statement of an instruction.</summary>
    public SourceLocation? At(MethodDefinitionHandle method, int offset)
    {
        var before = Of(method).TakeWhile(point => point.Offset <= offset).ToList();
        return before.Count == 0 ? null : before[^1].Location;
    }

    /// <summary>The statements of a method, each by its first instruction.</summary>
    public IReadOnlyList<(int Offset, SourceLocation Location)> Of(MethodDefinitionHandle method)
    {
        if (!_points.TryGetValue(method, out var points))
        {
            points = symbols is null ? [] : [.. Visible(symbols.GetMethodDebugInformation(method).GetSequencePoints())];
            _points.Add(method, points);
        }

        return points;
    }

    // Hidden are the instructions that no source stands for.
    IEnumerable<(int, SourceLocation)> Visible(SequencePointCollection points) =>
        from point in points
        where !point.IsHidden
        select (point.Offset, new SourceLocation(Path(symbols!.GetDocument(point.Document)), point.StartLine, point.StartColumn));

    string Path(Document document)
    {
        var path = symbols!.GetString(document.Name).Replace('\\', '/');
        return folder.Length > 0 && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? path[folder.Length..] : path;
    }
}
