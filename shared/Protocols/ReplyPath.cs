namespace CrossTier.Protocols;

/// <summary>A place in a reply, or in a chunk of one.</summary>
/// <param name="Path">The names down to it, with dots between them; arrays add none.</param>
/// <param name="Fact">What stands there.</param>
/// <param name="Count">Which count, if it is one.</param>
/// <param name="Word">The kind of entry that it counts, or the tool whose uses it counts.</param>
readonly record struct ReplyPath(string Path, ReplyFact Fact, TokenCount Count = default, string? Word = null)
{
    /// <summary>Whether a number counts that stands in a list: any other one that does counts a part.</summary>
    public bool MayBeListed => Fact != ReplyFact.Count || Path.StartsWith(UsageHolders.InChoice, StringComparison.Ordinal);
}
