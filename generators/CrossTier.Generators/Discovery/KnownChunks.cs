using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Replies and chunks whose model, usage or first content no property name tells.</summary>
internal static class KnownChunks
{
    const string Ai = "global::Microsoft.Extensions.AI.";

    static readonly string[] WithContents =
        ["Microsoft.Extensions.AI.ChatResponseUpdate", "Microsoft.Extensions.AI.SpeechToTextResponseUpdate", "Microsoft.Extensions.AI.TextToSpeechResponseUpdate", "Microsoft.Agents.AI.AgentResponseUpdate"];

    /// <summary>All that is read from a chunk that holds its usage among its contents; null for another type.</summary>
    public static List<string>? Statements(ITypeSymbol body, string access)
    {
        if (!WithContents.Any(name => body.HasMetadataName(name)))
        {
            return null;
        }

        var details = UsageDetails(body);
        return
        [
            $"var contents = {access}.Contents;",
            "for (var i = 0; i < contents.Count; i++) // By index: an enumerator of an interface is an allocation for each chunk.",
            "{",
            "    switch (contents[i])",
            "    {",
            $"        case {Ai}UsageContent {{ Details: {{ }} usage }}: reading.Tokens(usage.InputTokenCount, usage.OutputTokenCount{details}); break;",
            $"        case {Ai}TextContent {{ Text.Length: > 0 }}: reading.Content(); break;",
            $"        case {Ai}TextReasoningContent {{ Text.Length: > 0 }}: reading.Content(); break;",
            $"        case {Ai}FunctionCallContent or {Ai}DataContent: reading.Content(); break;",
            "    }",
            "}",
        ];
    }

    /// <summary>How a list of embeddings and what an agent says name the model; null for another type.</summary>
    public static string? Model(ITypeSymbol body, string access) =>
        body.HasMetadataName("Microsoft.Extensions.AI.GeneratedEmbeddings`1") ? $"if ({access}.Count > 0) reading.Model({access}[0].ModelId);"
        : body.HasMetadataName("Microsoft.Agents.AI.AgentResponseUpdate") ? $"reading.Model(({access}.RawRepresentation as {Ai}ChatResponseUpdate)?.ModelId);"
        : body.IsOrInherits("Microsoft.Agents.AI.AgentResponse") ? $"reading.Model(({access}.RawRepresentation as {Ai}ChatResponse)?.ModelId);"
        : null;

    /// <summary>How a chunk tells that it carries text, a tool call or reasoning. A chunk of the user's own counts by its <c>Text</c>, or as it is.</summary>
    public static string Content(ITypeSymbol body, string access, MemberReader members)
    {
        if (body.HasMetadataName("OpenAI.Chat.StreamingChatCompletionUpdate"))
        {
            return $"if ({access}.ContentUpdate.Count > 0 && {access}.ContentUpdate[0].Text is not \"\" || {access}.ToolCallUpdates.Count > 0 || {access}.RefusalUpdate is {{ Length: > 0 }}) reading.Content();";
        }

        if (MemberReader.IsText(body))
        {
            return $"if ({access} is {{ Length: > 0 }}) reading.Content();";
        }

        List<string> said = [];
        said.AddRange(new[] { ApiCatalogue.Names.Text, ApiCatalogue.Names.Reasoning }
            .Select(names => members.Find(body, names, MemberReader.IsText)).OfType<string>().Select(text => $"{access}{text} is {{ Length: > 0 }}"));
        said.AddRange(new[] { members.Find(body, ApiCatalogue.Names.ToolCall, type => type.IsReferenceType) }.OfType<string>().Select(call => $"{access}{call} is not null"));
        said.AddRange(Deltas(body, access, members));
        return said.Count == 0 ? "reading.Content();" : $"if ({string.Join(" || ", said)}) reading.Content();";
    }

    // A chunk in the shape of OpenAI's protocol.
    static IEnumerable<string> Deltas(ITypeSymbol body, string access, MemberReader members)
    {
        if (members.Property(body, "Choices")?.Type is INamedTypeSymbol { TypeArguments: [var choice] } list && members.Property(list, "Count") is not null
            && members.Follow(choice, ["Delta", "Content"], MemberReader.IsText) is { } text)
        {
            yield return $"{access}.Choices is {{ Count: > 0 }} choices && (choices[0]{text} is {{ Length: > 0 }}{(members.Follow(choice, ["Delta", "ToolCalls"], type => type.IsReferenceType) is { } calls ? $" || choices[0]{calls} is not null" : "")})";
        }
    }

    // The counts of parts came with later versions of the library.
    static string UsageDetails(ITypeSymbol update)
    {
        var contents = (PublicProperty.Find(update, "Contents")?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        var usage = contents?.ContainingAssembly.GetTypeByMetadataName("Microsoft.Extensions.AI.UsageDetails");
        string Part(string name) => usage?.GetMembers(name).Length > 0 ? "usage." + name : "null";
        return $", {Part("CachedInputTokenCount")}, null, {Part("ReasoningTokenCount")}";
    }
}
