namespace CrossTier.Recognition.Catalogue;

/// <summary>Types that say nothing themselves: what derives from them, or the object that they hold, has the usage or is the first content.</summary>
/// <param name="Base">The type of a reply, a chunk or a usage.</param>
/// <param name="Object">The member that holds the object; empty for itself.</param>
/// <param name="Usage">The types that have a usage.</param>
/// <param name="Content">The types that carry text, a tool call, reasoning, sound or a picture.</param>
sealed record Variants(string Base, string Object, string[] Usage, string[] Content)
{
    /// <summary>Of those that have a usage, or report an end: the protocol's own last.</summary>
    public string[] Ends { get; init; } = [];

    /// <summary>The types that say, by their <c>Code</c>, that the request has failed.</summary>
    public string[] Failures { get; init; } = [];
}
