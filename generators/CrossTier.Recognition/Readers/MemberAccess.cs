namespace CrossTier.Recognition.Readers;

/// <summary>A member on the way to a value.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="IsConditional">Whether the object before it may be null.</param>
sealed record MemberAccess(string Name, bool IsConditional);
