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
        }

        var isResult = step.Form == KernelReplyForm.Result;
        yield return $"reading.Model({content}{(isResult ? "?" : "")}.ModelId);";
        yield return isResult
            ? "if ((content?.Metadata ?? reply.Metadata) is not { } metadata || !metadata.TryGetValue(\"Usage\", out var reported)) "
                + $"reported = (value as {step.Types.Response})?.Usage;"
            : $"if ({content}.Metadata is not {{ }} metadata || !metadata.TryGetValue(\"Usage\", out var reported)) return;";
        yield return $"switch ((reported as {step.Types.UsageContent})?.Details ?? reported)";
        yield return "{";
        foreach (var usage in step.Usages)
        {
            yield return $"    case {usage.Type} usage: {TokenEmitter.Statement(usage.Counts, "usage", "null")} break;";
        }

        yield return "}";
    }

    static IEnumerable<string> Before(KernelReplyStep step) => step.Form switch
    {
        KernelReplyForm.Result =>
        [
            "var value = reply.GetValue<object>();",
            $"var content = value as {step.Types.Content} ?? "
            + $"(value is global::System.Collections.Generic.IReadOnlyList<{step.Types.Content}> {{ Count: > 0 }} choices ? choices[0] : null);",
            $"if (value is {step.Types.Response} response) reading.Model(response.ModelId);",
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
