using System.Text;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>What is looked for in a reply's wire form, as JSON paths. Types have members for what else their protocol reports.</summary>
static class RawNames
{
    // In the names of chat completions, which many servers extend.
    static readonly TokenName[] Details =
    [
        TokenNames.CachedInput, TokenNames.CacheWriteInput, TokenNames.CacheReadBesideInput, TokenNames.CacheWriteBesideInput, TokenNames.CitationBesideInput,
        TokenNames.ApartReasoningOutput,
    ];

    static readonly TokenName[] Whole = [TokenNames.Input, TokenNames.Output, TokenNames.Total, TokenNames.CachedInput, TokenNames.ReasoningOutput];

    static readonly TokenName[] Times = [TokenNames.TimedInput, TokenNames.TimedCachedInput, TokenNames.TimedOutput];

    // What the SDK of that protocol has members for.
    static readonly string[] Members = ["prompt_tokens_details.cached_tokens", "input_tokens_details.cached_tokens"];

    /// <summary>In a usage.</summary>
    public static RawName[] Usage { get; } =
    [
        .. Below("", Details).Where(name => !Members.Contains(name.Json)),
        .. ReplyPaths.UsesInUsage.Select(use => new RawName(use.Path, default, use.Tool)),
    ];

    /// <summary>In a reply that has no usage where its protocol has it.</summary>
    public static RawName[] Reply { get; } =
        [.. UsageHolders.InChunks.SelectMany(holder => Below(holder + ".", Whole)), .. Below("", Times)];

    /// <summary>In a reply that has a usage, which leaves that out.</summary>
    public static RawName[] Timings { get; } = [.. TokenNames.TimedCachedInput.Json.Select(json => new RawName(json, TokenCount.CachedInput, null))];

    /// <summary>Texts that are content.</summary>
    public static byte[][] Contents { get; } =
        [.. ReplyPaths.ReasoningTexts.Select(path => Encoding.UTF8.GetBytes("$." + path.Replace("choices.", "choices[0].", StringComparison.Ordinal)))];

    static IEnumerable<RawName> Below(string holder, IEnumerable<TokenName> names) =>
        from name in names
        from json in name.Json
        where !json.Any(char.IsUpper)
        select new RawName(holder + json, name.Count, null);
}
