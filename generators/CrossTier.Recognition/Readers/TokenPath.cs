using CrossTier.Protocols;

namespace CrossTier.Recognition.Readers;

/// <summary>A token count of an object.</summary>
/// <param name="Count">Which.</param>
/// <param name="Path">Where it is.</param>
sealed record TokenPath(TokenCount Count, MemberPath Path);
