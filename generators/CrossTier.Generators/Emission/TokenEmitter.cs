using CrossTier.Protocols;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statement that reads token counts.</summary>
static class TokenEmitter
{
    /// <param name="counts">The counts.</param>
    /// <param name="usage">The object that has them.</param>
    /// <param name="response">The id of the response that they are of; <c>null</c> if it has none.</param>
    public static string Statement(TokenPaths counts, string usage, string response)
    {
        if (response == "null" && counts.Further is null && counts.Counts.All(count => count.Count is TokenCount.Input or TokenCount.Output))
        {
            return $"reading.Tokens({OrNull(counts, TokenCount.Input, usage)}, {OrNull(counts, TokenCount.Output, usage)});";
        }

        var members = string.Join(", ", counts.Counts.Select(count => $"{count.Count} = (long?){Access.Of(usage, count.Path)} ?? 0"));
        var tokens = $"new {RuntimeNames.ReportedTokens} {{ {members} }}";
        return counts.Further is null
            ? $"reading.Tokens({tokens}, {response});"
            : $"reading.Tokens({RuntimeNames.FurtherTokens}.Of({tokens}, {Access.Of(usage, counts.Further)}), {response});";
    }

    /// <summary>The same for an object that declares its counts.</summary>
    public static string Declared(string usage) =>
        $"reading.Tokens((({RuntimeNames.IAiUsage}){usage}).InputTokens, (({RuntimeNames.IAiUsage}){usage}).OutputTokens);";

    static string OrNull(TokenPaths counts, TokenCount count, string usage) =>
        Access.OrNull(usage, counts.Counts.FirstOrDefault(known => known.Count == count)?.Path);
}
