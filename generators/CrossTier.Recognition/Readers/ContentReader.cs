using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds how a chunk reports that it carries text, a tool call or reasoning.</summary>
static class ContentReader
{
    static readonly ContentList[] Lists = [.. ApiCatalogue.Sdks.Select(sdk => sdk.ContentList).OfType<ContentList>()];

    /// <summary>What a chunk holds that has text and usage in one list; null for another type.</summary>
    public static ContentList? List(ITypeSymbol body) => Lists.FirstOrDefault(list => list.Chunks.Any(body.HasMetadataName));

    /// <summary>A chunk of the user's own counts by its text, or as it is.</summary>
    /// <param name="body">The chunk.</param>
    /// <param name="at">Where it is in the reply.</param>
    /// <param name="members">Finds its members.</param>
    public static ContentStep Read(ITypeSymbol body, MemberPath at, MemberReader members)
    {
        if (body is INamedTypeSymbol named && ApiCatalogue.FirstContents.TryGetValue(named.FullMetadataName(), out var known))
        {
            return new ContentStep(known.Members.Select(member => Of(member, at)).ToEquatableArray());
        }

        if (MemberReader.IsText(body))
        {
            return new ContentStep(new[] { new ContentCondition(ContentForm.Text, at) }.ToEquatableArray());
        }

        var names = ApiCatalogue.Names;
        List<ContentCondition> conditions = [];
        foreach (var texts in new[] { names.Text, names.Reasoning })
        {
            if (members.Find(body, texts, MemberReader.IsText) is { } text)
            {
                conditions.Add(new ContentCondition(ContentForm.Text, at.Then(text)));
            }
        }

        if (members.Find(body, names.ToolCall, type => type.IsReferenceType) is { } call)
        {
            conditions.Add(new ContentCondition(ContentForm.Object, at.Then(call)));
        }

        if (Choices(body, at, members) is { } choices)
        {
            conditions.Add(choices);
        }

        return new ContentStep(conditions.ToEquatableArray());
    }

    static ContentCondition Of(ContentMember member, MemberPath at) =>
        new(
            member.Form,
            at.Then(MemberPath.Of(member.Member)),
            member.ItemText.Length == 0 ? MemberPath.Self : MemberPath.Of(member.ItemText),
            MemberPath.Self);

    // A chunk in the shape of the chat completions protocol.
    static ContentCondition? Choices(ITypeSymbol body, MemberPath at, MemberReader members) =>
        members.Property(body, "Choices")?.Type is INamedTypeSymbol { TypeArguments: [var choice] } list && members.Property(list, "Count") is not null
            && members.Follow(choice, ["Delta", "Content"], MemberReader.IsText) is { } text
            ? new ContentCondition(
                ContentForm.Choices,
                at.Then(MemberPath.Of("Choices")),
                text,
                members.Follow(choice, ["Delta", "ToolCalls"], type => type.IsReferenceType) ?? MemberPath.Self)
            : null;
}
