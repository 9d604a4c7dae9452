namespace CrossTier.Recognition.Catalogue;

/// <summary>A reply that shows its headers.</summary>
/// <param name="Type">Its metadata name.</param>
/// <param name="IsRawResponse">Whether they are those of <c>GetRawResponse()</c>, else its own.</param>
/// <param name="IsInherited">Whether types that derive from it are meant too.</param>
sealed record ReplyHeaders(string Type, bool IsRawResponse, bool IsInherited = false);
