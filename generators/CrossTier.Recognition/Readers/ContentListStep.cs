namespace CrossTier.Recognition.Readers;

/// <summary>The chunk holds text, tool calls and usage in one list.</summary>
/// <param name="List">The list.</param>
/// <param name="UsageType">The type of the item that has a usage.</param>
/// <param name="UsageMember">Where it has it.</param>
/// <param name="Counts">The counts of that usage.</param>
/// <param name="Response">The id of the response, from the reply on; null if it has none.</param>
/// <param name="Texts">The types of items that are content if their <c>Text</c> is not empty.</param>
/// <param name="Contents">The types of items that are content.</param>
sealed record ContentListStep(
    MemberPath List,
    string UsageType,
    string UsageMember,
    TokenPaths Counts,
    MemberPath? Response,
    EquatableArray<string> Texts,
    EquatableArray<string> Contents) : ReadStep
{
    public override bool ReadsTokens => true;
}
