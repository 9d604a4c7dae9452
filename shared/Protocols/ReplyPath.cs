namespace CrossTier.Protocols;

/// <summary>A place in a reply, or in a chunk of one.</summary>
/// <param name="Path">The names down to it, with dots between them; arrays add none.</param>
/// <param name="Fact">What stands there.</param>
/// <param name="Count">Which count, if it is one.</param>
readonly record struct ReplyPath(string Path, ReplyFact Fact, TokenCount Count = default);
