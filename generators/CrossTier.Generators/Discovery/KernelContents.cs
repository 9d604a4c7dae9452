using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Replies of Semantic Kernel's services: a content, or a list of them for one request, with the connector's own usage in its metadata.</summary>
internal sealed class KernelContents
{
    /// <summary>The types that connectors put under <c>Usage</c>.</summary>
    public static readonly string[] UsageTypes = ["OpenAI.Chat.ChatTokenUsage", "Microsoft.Extensions.AI.UsageDetails"];

    static readonly string[] Contents = ["Microsoft.SemanticKernel.KernelContent", "Microsoft.SemanticKernel.StreamingKernelContent"];

    readonly bool _isList;
    readonly bool _isChatChunk;

    KernelContents(bool isList, bool isChatChunk)
    {
        _isList = isList;
        _isChatChunk = isChatChunk;
    }

    /// <summary>Null for another type.</summary>
    public static KernelContents? In(ITypeSymbol reply) =>
        IsContent(reply) ? new(isList: false, reply.Name == "StreamingChatMessageContent")
        : reply is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var item] } && IsContent(item) ? new(isList: true, isChatChunk: false)
        : null;

    /// <summary>The body of a reader. Of several choices each carries the usage of the whole request.</summary>
    public IEnumerable<string> Statements(bool isChunk, IEnumerable<(string Type, string Tokens)> kinds)
    {
        if (_isList)
        {
            yield return "if (reply.Count == 0) return;";
        }

        var content = _isList ? "reply[0]" : "reply";
        if (isChunk)
        {
            yield return _isChatChunk
                ? "if (reply.Content is { Length: > 0 } || reply.Items.Count > 0 && reply.Items[0] is not global::Microsoft.SemanticKernel.StreamingTextContent) reading.Content();"
                : "reading.Content();";
        }

        yield return $"if ({content}.Metadata is {{ }} metadata && metadata.TryGetValue(\"Usage\", out var said))";
        yield return "{";
        yield return "    switch (said)";
        yield return "    {";
        foreach (var (type, tokens) in kinds)
        {
            yield return $"        case {type} usage: {tokens} break;";
        }

        yield return "    }";
        yield return "}";
    }

    static bool IsContent(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol named && Contents.Contains(ApiRecogniser.MetadataName(named)))
            {
                return true;
            }
        }

        return false;
    }
}
