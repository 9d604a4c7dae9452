using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the statement that reads token counts.</summary>
static class TokenEmitter
{
    /// <param name="counts">The counts.</param>
    /// <param name="usage">The object that has them.</param>
    public static string Statement(TokenPaths counts, string usage)
    {
        string Sum(MemberPath? count, MemberPath? further) =>
            further is null ? Access.OrNull(usage, count) : $"{RuntimeNames.ReplyReading}.Sum({Access.OrNull(usage, count)}, {Access.Of(usage, further)})";

        var (input, output) = (Sum(counts.Input, counts.FurtherInput), Sum(counts.Output, counts.FurtherOutput));
        var cacheWrite = Access.OrNull(usage, counts.CacheWriteInput);
        var parts = $"{Access.OrNull(usage, counts.CachedInput)}, {cacheWrite}, {Access.OrNull(usage, counts.ReasoningOutput)}";
        if (counts.IsSoFar)
        {
            return $"reading.{(counts.CacheReadBesideInput is null ? "TokensSoFar" : "UncachedTokensSoFar")}({input}, {output}, {parts});";
        }

        if (counts.CacheReadBesideInput is { } cacheRead)
        {
            input += $" + ((long?){Access.Of(usage, cacheRead)} ?? 0){(counts.CacheWriteInput is null ? "" : $" + ((long?){cacheWrite} ?? 0)")}";
        }

        return $"reading.Tokens({input}, {output}, {parts});";
    }

    /// <summary>The same for an object that declares its counts.</summary>
    public static string Declared(string usage) =>
        $"reading.Tokens((({RuntimeNames.IAiUsage}){usage}).InputTokens, (({RuntimeNames.IAiUsage}){usage}).OutputTokens);";
}
