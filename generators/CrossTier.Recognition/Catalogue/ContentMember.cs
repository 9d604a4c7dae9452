namespace CrossTier.Recognition.Catalogue;

/// <summary>A member of a chunk that may be a content.</summary>
/// <param name="Form">When it is one.</param>
/// <param name="Member">The member.</param>
/// <param name="ItemText">In a list of parts: the member of a part that is its text.</param>
sealed record ContentMember(ContentForm Form, string Member, string ItemText = "");
