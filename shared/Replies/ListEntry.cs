using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Replies;

/// <summary>An object in a list, as far as its members have come.</summary>
struct ListEntry
{
    /// <summary>What the list holds.</summary>
    public ReplyFact Fact { get; init; }

    /// <summary>Its kind: a modality, the lifetime of a cache, the type of an item.</summary>
    public string? Tag { get; set; }

    /// <summary>What an item of output did.</summary>
    public string? Action { get; set; }

    /// <summary>The kind whose number counts.</summary>
    public string? Of { get; set; }

    /// <summary>As which count.</summary>
    public TokenCount Count { get; set; }

    public long Number { get; set; }

    /// <summary>The tokens of an attempt.</summary>
    public ReportedTokens Tokens;
}
