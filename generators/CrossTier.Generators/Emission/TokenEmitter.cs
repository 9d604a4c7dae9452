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

        string All(Func<TokenCount, string> assign) =>
            string.Join(", ", counts.Counts.Select(count => $"{assign(count.Count)}(long?){Access.Of(usage, count.Path)} ?? 0"));

        var plain = $"reading.ResponseTokens({response}, {All(count => CamelCase(count) + ": ")});";
        if (counts.Further is null)
        {
            return plain;
        }

        var tokens = $"new {RuntimeNames.ReportedTokens} {{ {All(count => count + " = ")} }}";
        return $"if ({Access.Of(usage, counts.Further)} is {{ Count: > 0 }} further) "
            + $"reading.Tokens({RuntimeNames.FurtherTokens}.Of({tokens}, further), {response}); else {plain}";
    }

    /// <summary>The same for an object that declares its counts.</summary>
    public static string Declared(string usage) =>
        $"reading.Tokens((({RuntimeNames.IAiUsage}){usage}).InputTokens, (({RuntimeNames.IAiUsage}){usage}).OutputTokens);";

    static string OrNull(TokenPaths counts, TokenCount count, string usage) =>
        Access.OrNull(usage, counts.Counts.FirstOrDefault(known => known.Count == count)?.Path);

    static string CamelCase(TokenCount count)
    {
        var name = count.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
