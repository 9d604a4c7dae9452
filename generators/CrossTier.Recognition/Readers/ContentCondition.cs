using CrossTier.Recognition.Catalogue;

namespace CrossTier.Recognition.Readers;

/// <summary>When a chunk carries content.</summary>
/// <param name="Form">What the member must be.</param>
/// <param name="Path">The member.</param>
/// <param name="ItemText">In a list: the text of its first item.</param>
/// <param name="ItemObject">In a list of choices: the object that counts like a text; none if there is none.</param>
sealed record ContentCondition(ContentForm Form, MemberPath Path, MemberPath ItemText, MemberPath ItemObject)
{
    public ContentCondition(ContentForm form, MemberPath path)
        : this(form, path, MemberPath.Self, MemberPath.Self)
    {
    }
}
