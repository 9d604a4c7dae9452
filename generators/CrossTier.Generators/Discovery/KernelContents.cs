using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Replies of Semantic Kernel's services, functions and agents: a content, or a list of them for one request, or an object around one, with the
/// connector's own usage in its metadata.
/// </summary>
internal sealed class KernelContents
{
    /// <summary>The types that connectors put under <c>Usage</c>.</summary>
    public static readonly string[] UsageTypes = ["OpenAI.Chat.ChatTokenUsage", "Microsoft.Extensions.AI.UsageDetails"];

    const string Space = "global::Microsoft.SemanticKernel.";
    const string Response = "global::Microsoft.Extensions.AI.ChatResponse";

    static readonly string[] Contents = ["Microsoft.SemanticKernel.KernelContent", "Microsoft.SemanticKernel.StreamingKernelContent"];

    readonly string _content;
    readonly string[] _before;
    readonly string? _isContent;

    KernelContents(string content, string? isContent, params string[] before)
    {
        _content = content;
        _isContent = isContent;
        _before = before;
    }

    /// <summary>Null for another type.</summary>
    public static KernelContents? In(ITypeSymbol reply) => reply switch
    {
        INamedTypeSymbol { Name: "FunctionResult" } when reply.ToDisplayString() == KernelCallReader.Result => new(
            "content",
            isContent: null,
            "var value = reply.GetValue<object>();",
            $"var content = value as {Space}KernelContent ?? (value is global::System.Collections.Generic.IReadOnlyList<{Space}KernelContent> {{ Count: > 0 }} choices ? choices[0] : null);",
            $"if (value is {Response} response) reading.Model(response.ModelId);"),
        INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var item] } when IsContent(item) => new("reply[0]", "true", "if (reply.Count == 0) return;"),
        INamedTypeSymbol { Name: "AgentResponseItem", TypeArguments: [var message] } when IsContent(message) => new("reply.Message", Content(message, "reply.Message")),
        ITypeParameterSymbol { DeclaringMethod: { } method } when KernelCallReader.Read(method, "") is not null => new(
            "content",
            "true",
            $"if (reply is not {Space}StreamingKernelContent content)",
            "{",
            "    if (reply is not string { Length: 0 }) reading.Content();",
            "    return;",
            "}"),
        _ when IsContent(reply) => new("reply", Content(reply, "reply")),
        _ => null,
    };

    /// <summary>The body of a reader. Of several choices each carries the usage of the whole request.</summary>
    public IEnumerable<string> Statements(bool isChunk, IEnumerable<(string Type, string Tokens)> kinds)
    {
        foreach (var line in _before)
        {
            yield return line;
        }

        if (isChunk && _isContent is not null)
        {
            yield return _isContent == "true" ? "reading.Content();" : $"if ({_isContent}) reading.Content();";
        }

        var isResult = _content == "content" && _isContent is null;
        yield return $"reading.Model({_content}{(isResult ? "?" : "")}.ModelId);";
        yield return isResult
            ? "if ((content?.Metadata ?? reply.Metadata) is not { } metadata || !metadata.TryGetValue(\"Usage\", out var said)) said = (value as " + Response + ")?.Usage;"
            : $"if ({_content}.Metadata is not {{ }} metadata || !metadata.TryGetValue(\"Usage\", out var said)) return;";
        yield return "switch (said)";
        yield return "{";
        foreach (var (type, tokens) in kinds)
        {
            yield return $"    case {type} usage: {tokens} break;";
        }

        yield return "}";
    }

    // A message that is whole when it comes has no first token.
    static string? Content(ITypeSymbol content, string access) => content.Name switch
    {
        "StreamingChatMessageContent" => IsChatContent(access),
        "StreamingKernelContent" => $"{access} is not {Space}StreamingChatMessageContent chat || {IsChatContent("chat")}",
        _ => content.SelfAndBaseTypes().Any(type => type.Name == "StreamingKernelContent") ? "true" : null,
    };

    static string IsChatContent(string access) =>
        $"{access}.Content is {{ Length: > 0 }} || {access}.Items.Count > 0 && {access}.Items[0] is not {Space}StreamingTextContent";

    static bool IsContent(ITypeSymbol type) => type.SelfAndBaseTypes().OfType<INamedTypeSymbol>().Any(ancestor => Contents.Contains(ancestor.FullMetadataName()));
}
