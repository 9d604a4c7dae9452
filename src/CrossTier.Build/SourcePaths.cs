namespace CrossTier.Build;

/// <summary>Writes a path of the error log as the inventory writes it: mapped like the compiler does, and without the project's folder.</summary>
sealed class SourcePaths(string? projectDirectory, string? pathMap)
{
    readonly string _project = (projectDirectory ?? "").Replace('\\', '/');
    readonly (string From, string To)[] _map = [.. Pairs(pathMap ?? "").OrderByDescending(pair => pair.From.Length)];

    public string Of(string location)
    {
        var path = Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : Uri.UnescapeDataString(location);
        var mapped = _map.FirstOrDefault(pair => path.StartsWith(pair.From, StringComparison.Ordinal)) is { From: { } from, To: var to } ? to + path[from.Length..] : path;
        var slashed = mapped.Replace('\\', '/');
        return _project.Length > 0 && slashed.StartsWith(_project, StringComparison.OrdinalIgnoreCase) ? slashed[_project.Length..] : slashed;
    }

    // The compiler's own notation: from=to pairs, divided by commas.
    static IEnumerable<(string From, string To)> Pairs(string map) =>
        from pair in map.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let divider = pair.IndexOf('=')
        where divider > 0
        select (pair[..divider], pair[(divider + 1)..]);
}
