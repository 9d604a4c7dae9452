using System.ComponentModel;
using CrossTier.Protocols;
using CrossTier.Replies;

namespace CrossTier.CompilerServices;

/// <summary>What connectors of Semantic Kernel put into the metadata of a content. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectorReply
{
    // A key is one word.
    static readonly (string Key, TokenCount Count)[] Counts =
        [.. TokenNames.All.SelectMany(name => name.Members.Where(member => !member.Contains('.')), (name, member) => (member, name.Count))];

    /// <summary>The id of the response; null if it has none.</summary>
    /// <param name="metadata">The metadata, or null.</param>
    public static string? Id(IReadOnlyDictionary<string, object?>? metadata) =>
        Text(metadata, ConnectorNames.ResponseId) ?? Text(metadata, ConnectorNames.StreamId);

    /// <summary>Why the model stopped; null if that is not reported.</summary>
    /// <param name="metadata">The metadata, or null.</param>
    public static string? Finish(IReadOnlyDictionary<string, object?>? metadata) => Text(metadata, ConnectorNames.Finish);

    /// <summary>The usage, of the connector's own type; null if there is none.</summary>
    /// <param name="metadata">The metadata, or null.</param>
    public static object? Usage(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata is not null && metadata.TryGetValue(ConnectorNames.Usage, out var usage) ? usage : null;

    /// <summary>Adds the counts that stand in the metadata itself.</summary>
    /// <param name="metadata">The metadata, or null.</param>
    /// <param name="response">The id of the response; null if it has none.</param>
    /// <param name="reading">What was reported so far.</param>
    public static void Tokens(IReadOnlyDictionary<string, object?>? metadata, string? response, ref ReplyReading reading)
    {
        if (metadata is null or { Count: 0 })
        {
            return;
        }

        ReportedTokens tokens = default;
        foreach (var (key, count) in Counts)
        {
            if (metadata.TryGetValue(key, out var value))
            {
                tokens.Set(count, value switch { int number => number, long number => number, _ => 0 });
            }
        }

        reading.Tokens(tokens, response);
    }

    static string? Text(IReadOnlyDictionary<string, object?>? metadata, string key) =>
        metadata is not null && metadata.TryGetValue(key, out var value) ? value?.ToString() : null;
}
