using System.Collections.Immutable;
using CrossTier.Generators.Model;
using CrossTier.Recognition;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Refuses calls in files of the same content, which only <c>file</c> types allow: a location names its file by a checksum of the content,
/// so the compiler takes none there (CS9234).
/// </summary>
static class DuplicateFiles
{
    public static ImmutableArray<CallModel> Refuse(ImmutableArray<CallModel> calls, CancellationToken cancellation)
    {
        HashSet<string> duplicates =
        [
            .. calls.Where(call => call.Interception is not null)
                .GroupBy(Checksum)
                .Where(group => group.Select(call => call.SourceFile).Distinct().Skip(1).Any())
                .Select(group => group.Key),
        ];
        return duplicates.Count == 0
            ? calls
            : [.. calls.Select(call => duplicates.Contains(Checksum(call)) ? call.Refuse(UnsupportedReason.NotInterceptable) : call)];
    }

    // 15 of its 16 bytes, which are whole groups of the encoding.
    static string Checksum(CallModel call) => call.Interception is { Data.Length: > 20 } interception ? interception.Data.Substring(0, 20) : "";
}
