namespace CrossTier.Build;

/// <summary>Writes a path as a reader of the project has it: without the project's folder, and elsewhere mapped like the compiler does.</summary>
sealed class SourcePaths
{
    readonly string[] _projects;
    readonly (string From, string To)[] _map;

    /// <param name="projectDirectory">The project's folder.</param>
    /// <param name="pathMap">The compiler's path map.</param>
    public SourcePaths(string? projectDirectory, string? pathMap)
    {
        var project = Slashed(projectDirectory ?? "");
        _map = [.. Pairs(pathMap ?? "").OrderByDescending(pair => pair.From.Length)];
        _projects = project.Length == 0 ? [] : [project, Mapped(project)];
    }

    /// <summary>The path of an error log, which is an address, or of a PDB, which is mapped already.</summary>
    public string Of(string location)
    {
        var path = Slashed(Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : Uri.UnescapeDataString(location));
        return _projects.FirstOrDefault(project => path.StartsWith(project, StringComparison.OrdinalIgnoreCase)) is { } folder
            ? path[folder.Length..]
            : Mapped(path);
    }

    string Mapped(string path)
    {
        var (from, to) = _map.FirstOrDefault(pair => path.StartsWith(pair.From, StringComparison.Ordinal));
        return from is null ? path : to + path[from.Length..];
    }

    // The compiler's own notation: from=to pairs, divided by commas.
    static IEnumerable<(string From, string To)> Pairs(string map) =>
        from pair in map.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let divider = pair.IndexOf('=')
        where divider > 0
        select (Slashed(pair[..divider]), Slashed(pair[(divider + 1)..]));

    static string Slashed(string path) => path.Replace('\\', '/');
}
