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
    static readonly string[] InputMembers = ["prompt_tokens_details", "input_tokens_details"];

    static IEnumerable<RawName> Others => Below("", Details).Where(name => !InputMembers.Any(member => name.Json == member + ".cached_tokens"));

    /// <summary>In a usage.</summary>
    public static RawHolder[] Usage { get; } =
        RawHolder.Of([.. Others, .. ReplyPaths.UsesInUsage.Select(use => new RawName(use.Path, default, use.Tool))]);

    /// <summary>In the details of a usage's input, which types have as an object of its own.</summary>
    public static RawName[] InputDetails { get; } =
    [
        .. from name in Others
           let json = name.Json.Split('.')
           where json.Length == 2 && InputMembers.Contains(json[0])
           group name by json[1] into same
           select new RawName(same.Key, same.First().Count, null),
    ];

    /// <summary>In a reply that has no usage where its protocol has it.</summary>
    public static RawHolder[] Reply { get; } =
        RawHolder.Of([.. UsageHolders.InChunks.SelectMany(holder => Below(holder + ".", Whole)), .. Below("", Times)]);

    /// <summary>In a reply that has a usage, which leaves that out.</summary>
    public static RawHolder[] Timings { get; } =
        RawHolder.Of(TokenNames.TimedCachedInput.Json.Select(json => new RawName(json, TokenCount.CachedInput, null)));

    /// <summary>Texts that are content.</summary>
    public static byte[][] Contents { get; } =
        [.. ReplyPaths.ReasoningTexts.Select(path => Encoding.UTF8.GetBytes(RawName.PathOf(path)))];

    static IEnumerable<RawName> Below(string holder, IEnumerable<TokenName> names) =>
        from name in names
        from json in name.Json
        where !json.Any(char.IsUpper)
        select new RawName(holder + json, name.Count, null);
}
