using System.Runtime.CompilerServices;
using CrossTier.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace CrossTier.Generators.Tests;

/// <summary>What counts as content of a chunk stands in the generator's list and in the packages' code: both hold the same.</summary>
public sealed class ChatContentsTests
{
    public static TheoryData<Type> ContentTypes =>
    [
        .. typeof(AIContent).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(AIContent)) && !type.IsAbstract),
    ];

    [Theory]
    [MemberData(nameof(ContentTypes))]
    public void A_type_is_content_in_the_packages_where_the_generator_lists_it_or_its_base(Type type) =>
        Assert.Equal(IsListed(type), ChatContents.IsContent(Filled(type)));

    [Fact]
    public void Texts_without_characters_are_no_content()
    {
        var list = Recognition.Sdks.ExtensionsAI.Contents;
        Assert.Equal(list.Texts.Order(), new[] { typeof(TextContent), typeof(TextReasoningContent) }.Select(text => text.FullName!).Order());
        Assert.False(ChatContents.IsContent(new TextContent("")));
        Assert.False(ChatContents.IsContent(new TextReasoningContent("")));
    }

    static bool IsListed(Type type)
    {
        var list = Recognition.Sdks.ExtensionsAI.Contents;
        string[] listed = [.. list.Texts, .. list.Contents];
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (listed.Contains(at.FullName))
            {
                return true;
            }
        }

        return false;
    }

    // Constructors differ from type to type and from version to version, and only texts are looked into.
    static AIContent Filled(Type type) => type.Name switch
    {
        nameof(TextContent) => new TextContent("a"),
        nameof(TextReasoningContent) => new TextReasoningContent("a"),
        _ => (AIContent)RuntimeHelpers.GetUninitializedObject(type),
    };
}
