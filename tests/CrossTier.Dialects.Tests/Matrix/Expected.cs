using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>What a reply must count, in the words of <see cref="Support.Counted"/>.</summary>
static class Expected
{
    static readonly string[] Details =
        ["cached_input", "cache_write_input", "cache_write_1h_input", "audio_input", "cached_audio_input", "audio_output", "reasoning_output"];

    static readonly HashSet<string> Published = [.. AiMetrics.Snapshot().Select(metric => metric.Definition.Name)];

    public static string Of(Transcript reply)
    {
        List<string> counts = [reply.Text("expected.status") + " 1"];
        if (reply.Text("expected.error") is { } error)
        {
            counts.Add($"error {error} 1");
        }

        Add("input", reply.Number("expected.inputTokens"));
        Add("output", reply.Number("expected.outputTokens"));
        foreach (var detail in Details)
        {
            Add(detail, reply.Number("expected.details." + detail));
        }

        if (reply.Flag("expected.usageMissing"))
        {
            counts.Add("missing 1");
        }

        if (Published.Contains("ai_gateway_finish_reasons_total")
            && reply.Text("expected.status") == "success"
            && reply.Text("expected.finishReason") is { } reason)
        {
            counts.Add($"finish {reason} 1");
        }

        if (Published.Contains("ai_gateway_billed_tool_uses_total"))
        {
            foreach (var (tool, uses) in reply.Numbers("expected.toolUses"))
            {
                counts.Add($"tool {tool} {uses}");
            }
        }

        return string.Join(", ", counts.Order(StringComparer.Ordinal));

        void Add(string name, long? count)
        {
            if (count is not null)
            {
                counts.Add($"{name} {count}");
            }
        }
    }
}
