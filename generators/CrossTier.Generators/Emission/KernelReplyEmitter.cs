using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Writes what is read from a reply of a kernel.</summary>
static class KernelReplyEmitter
{
    public static IEnumerable<string> Statements(KernelReplyStep step)
    {
        foreach (var line in Before(step))
        {
            yield return line;
        }

        var content = step.Form switch
        {
            KernelReplyForm.List => "reply[0]",
            KernelReplyForm.Item => "reply.Message",
            KernelReplyForm.Result or KernelReplyForm.Any => "content",
            _ => "reply",
        };
        if (IsContent(step, content) is { } condition)
        {
            yield return condition.Length == 0 ? "reading.Content();" : $"if ({condition}) reading.Content();";
            yield return $"{RuntimeNames.RawReply}.Content({content}.InnerContent, ref reading);";
        }

        var isResult = step.Form == KernelReplyForm.Result;
        var response = isResult ? $"(value as {step.Types.Response})" : "";
        yield return $"reading.Model({content}{(isResult ? "?" : "")}.ModelId);";
        yield return $"var metadata = {(isResult ? "content?.Metadata ?? reply" : content)}.Metadata;";
        yield return $"var id = {RuntimeNames.ConnectorReply}.Id(metadata){(isResult ? $" ?? {response}?.ResponseId" : "")};";
        yield return "reading.Response(id);";
        yield return $"var reported = {RuntimeNames.ConnectorReply}.Usage(metadata){(isResult ? $" ?? {response}?.Usage" : "")};";
        yield return $"switch ((reported as {step.Types.UsageContent})?.Details ?? reported)";
        yield return "{";
        foreach (var usage in step.Usages)
        {
            yield return $"    case {usage.Type} usage: {TokenEmitter.Statement(usage.Counts, "usage", "id")} break;";
        }

        yield return $"    case null: {RuntimeNames.ConnectorReply}.Tokens(metadata, id, ref reading); break;";
        yield return "}";
        yield return $"reading.Finished({RuntimeNames.ConnectorReply}.Finish(metadata){(isResult ? $" ?? {response}?.FinishReason?.Value" : "")});";
        yield return $"{RuntimeNames.RawReply}.Tokens({(isResult ? "content?.InnerContent ?? value" : content + ".InnerContent")}, id, ref reading);";
    }

    static IEnumerable<string> Before(KernelReplyStep step) => step.Form switch
    {
        KernelReplyForm.Result =>
        [
            "var value = reply.GetValue<object>();",
            $"var content = value as {step.Types.Content} ?? "
            + $"(value is global::System.Collections.Generic.IReadOnlyList<{step.Types.Content}> {{ Count: > 0 }} choices ? choices[0] : null);",
            $"if (value is {step.Types.Response} response) reading.Model(response.ModelId);",
            .. step.ShowsPrompt // A filter of the application answered, and no prompt was sent.
                ? ["else if (content is null && reply.Metadata is null && reply.RenderedPrompt is null) reading.Unasked();"] : Array.Empty<string>(),
        ],
        KernelReplyForm.List => ["if (reply.Count == 0) return;"],
        KernelReplyForm.Any =>
        [
            $"if (reply is not {step.Types.StreamingContent} content)",
            "{",
            "    if (reply is not string { Length: 0 }) reading.Content();",
            "    return;",
            "}",
        ],
        _ => [],
    };

    static string? IsContent(KernelReplyStep step, string content) => step.Content switch
    {
        KernelContentForm.Always => "",
        KernelContentForm.Chat => IsChat(content, step.Types),
        KernelContentForm.ChatOrOther => $"{content} is not {step.Types.StreamingChatContent} chat || {IsChat("chat", step.Types)}",
        _ => null,
    };

    static string IsChat(string content, KernelTypes types) =>
        $"{content}.Content is {{ Length: > 0 }} || {content}.Items.Count > 0 && {content}.Items[0] is not {types.StreamingTextContent}";
}
