namespace CrossTier.Build;

/// <summary>Writes a path of the error log as the inventory writes it: without the project's folder, and elsewhere mapped like the compiler does.</summary>
sealed class SourcePaths(string? projectDirectory, string? pathMap)
{
    readonly string _project = Slashed(projectDirectory ?? "");
    readonly (string From, string To)[] _map = [.. Pairs(pathMap ?? "").OrderByDescending(pair => pair.From.Length)];

    public string Of(string location)
    {
        var path = Slashed(Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : Uri.UnescapeDataString(location));
        if (_project.Length > 0 && path.StartsWith(_project, StringComparison.OrdinalIgnoreCase))
        {
            return path[_project.Length..];
        }

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
