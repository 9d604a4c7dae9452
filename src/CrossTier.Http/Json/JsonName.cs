namespace CrossTier.Http.Json;

/// <summary>One of the names that say something of a request or a reply, by its number in <see cref="JsonNames"/>.</summary>
enum JsonName : byte
{
    /// <summary>Any other: it is passed over with what it holds.</summary>
    None,
}
