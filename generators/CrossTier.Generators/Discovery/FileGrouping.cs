using System.Collections.Immutable;
using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Discovery;

/// <summary>Sorts what was found by the file that holds it: an edit changes the output of that file alone.</summary>
static class FileGrouping
{
    public static IEnumerable<FileModel> Group(((ImmutableArray<CallModel> Calls, ImmutableArray<PartialModel> Partials) Found, SettingsModel Settings) input,
        CancellationToken cancellation)
    {
        var calls = input.Found.Calls.ToLookup(call => call.SourceFile);
        var partials = input.Found.Partials.ToLookup(partial => partial.SourceFile);
        return calls.Select(group => group.Key).Union(partials.Select(group => group.Key))
            .OrderBy(file => file, StringComparer.Ordinal)
            .Select(file => new FileModel(
                HintName(Below(file, input.Settings)),
                input.Settings.IsEnabled,
                input.Settings.IsRuntimeMissing,
                calls[file].Select(call => call with { SourceFile = "", Location = Below(call.Location, input.Settings) }).ToEquatableArray(),
                partials[file].Select(partial => partial with { SourceFile = "", Location = Below(partial.Location, input.Settings) }).ToEquatableArray()));
    }

    static LocationModel Below(LocationModel location, SettingsModel settings) => location with { File = Below(location.File, settings) };

    static string Below(string file, SettingsModel settings) =>
        settings.ProjectDirectory is { Length: > 0 } directory && file.StartsWith(directory, StringComparison.OrdinalIgnoreCase)
            ? file.Substring(directory.Length) : file;

    // Two files of one name differ by their folders' hash.
    static string HintName(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var safe = new string([.. name.Select(character => char.IsLetterOrDigit(character) || character is '_' or '.' or '-' ? character : '_')]);
        return $"{safe}.{StableHash.Of(file)}.CrossTier.g.cs";
    }
}
