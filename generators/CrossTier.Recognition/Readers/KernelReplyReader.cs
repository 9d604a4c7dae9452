using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds in a reply of a kernel's services, functions or agents the content with the connector's usage.</summary>
static class KernelReplyReader
{
    static readonly KernelReply[] Known = [.. ApiCatalogue.Sdks.Select(sdk => sdk.Kernel?.Reply).OfType<KernelReply>()];

    /// <summary>The types that connectors put under <c>Usage</c>.</summary>
    public static IReadOnlyList<string> UsageTypes { get; } = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.MetadataUsageTypes)];

    /// <summary>Null for another type.</summary>
    /// <param name="reply">A reply, or a chunk of a stream.</param>
    /// <param name="isChunk">Which of the two.</param>
    /// <param name="compilation">Where it is read.</param>
    /// <param name="usages">The types of usage, as far as the compilation knows them.</param>
    public static KernelReplyStep? Read(ITypeSymbol reply, bool isChunk, Compilation compilation, Func<IEnumerable<MetadataUsage>> usages) => Known
        .Select(known => Find(reply, known) is var (form, content) && Types(known, compilation) is { } types
            ? new KernelReplyStep(form, isChunk ? content : KernelContentForm.None, types, usages().ToEquatableArray())
            {
                ShowsPrompt = PublicProperty.Find(reply, "RenderedPrompt") is not null,
            }
            : null)
        .FirstOrDefault(step => step is not null);

    static (KernelReplyForm Form, KernelContentForm Content)? Find(ITypeSymbol reply, KernelReply known) => reply switch
    {
        _ when reply.HasMetadataName(known.Result) => (KernelReplyForm.Result, KernelContentForm.None),
        INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var item] } when IsContent(item, known) => (KernelReplyForm.List, KernelContentForm.Always),
        INamedTypeSymbol { TypeArguments: [var message] } when reply.HasMetadataName(known.Item) && IsContent(message, known) =>
            (KernelReplyForm.Item, Content(message, known)),
        ITypeParameterSymbol { DeclaringMethod: { } method } when KernelRecogniser.Of(method) is not null => (KernelReplyForm.Any, KernelContentForm.Always),
        _ when IsContent(reply, known) => (KernelReplyForm.Content, Content(reply, known)),
        _ => null,
    };

    static KernelContentForm Content(ITypeSymbol content, KernelReply known) =>
        content.HasMetadataName(known.StreamingChatContent) ? KernelContentForm.Chat
        : content.HasMetadataName(known.StreamingContent) ? KernelContentForm.ChatOrOther
        : content.IsOrInherits(known.StreamingContent) ? KernelContentForm.Always
        : KernelContentForm.None;

    static bool IsContent(ITypeSymbol type, KernelReply known) => type.IsOrInherits(known.Content) || type.IsOrInherits(known.StreamingContent);

    static KernelTypes? Types(KernelReply known, Compilation compilation)
    {
        string? Text(string type) => compilation.FindNameable(type) is { } found ? TypeText.Plain(found) : null;

        return Text(known.Content) is { } content
            && Text(known.StreamingContent) is { } streaming
            && Text(known.StreamingChatContent) is { } chat
            && Text(known.StreamingTextContent) is { } text
            && Text(known.Response) is { } response
            && Text(known.UsageContent) is { } usage
                ? new KernelTypes(content, streaming, chat, text, response, usage)
                : null;
    }
}
