namespace CrossTier.Recognition.Catalogue;

/// <summary>Chunks that hold text, tool calls and usage in one list.</summary>
/// <param name="Chunks">The types of such chunks.</param>
/// <param name="Member">The list.</param>
/// <param name="Usage">The type of the item that has a usage.</param>
/// <param name="UsageMember">Where it has it.</param>
/// <param name="Texts">The types of items that are content if their <c>Text</c> is not empty.</param>
/// <param name="Contents">The types of items that are content.</param>
sealed record ContentList(string[] Chunks, string Member, string Usage, string UsageMember, string[] Texts, string[] Contents);
