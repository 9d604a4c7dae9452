using System.ComponentModel;
using CrossTier.Protocols;
using CrossTier.Replies;

namespace CrossTier.CompilerServices;

/// <summary>Counts that a usage holds by their names, where its type has no members for them. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FurtherTokens
{
    static readonly (string Name, TokenCount Count)[] Names =
    [
        .. from name in (TokenName[])
           [
               TokenNames.CacheWriteInput, TokenNames.CacheWriteBesideInput, TokenNames.CacheWriteHourInput, TokenNames.AudioInput, TokenNames.AudioOutput,
           ]
           from key in name.Members.Concat(name.Json)
           select (key, name.Count),
    ];

    /// <summary>The counts with the further ones.</summary>
    /// <param name="tokens">The counts.</param>
    /// <param name="further">The further ones; null or empty if there are none.</param>
    public static ReportedTokens Of(ReportedTokens tokens, IReadOnlyDictionary<string, long>? further)
    {
        if (further is { Count: > 0 })
        {
            foreach (var (name, count) in Names)
            {
                if (further.TryGetValue(name, out var value))
                {
                    tokens.Set(count, value);
                }
            }
        }

        return tokens;
    }
}
