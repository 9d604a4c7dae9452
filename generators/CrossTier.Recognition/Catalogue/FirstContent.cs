namespace CrossTier.Recognition.Catalogue;

/// <summary>The members of a chunk of which one, if it is not empty, is the first content.</summary>
/// <param name="Type">The chunk's type.</param>
/// <param name="Members">The members.</param>
sealed record FirstContent(string Type, ContentMember[] Members);
