using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>What a reply must count, in the words of <see cref="Support.Counted"/>.</summary>
static class Expected
{
    /// <param name="reply">The reply.</param>
    /// <param name="isStream">Whether it is read as a stream.</param>
    public static string Of(Transcript reply, bool isStream)
    {
        List<string> counts = [reply.Text("expected.status") + " 1"];
        if (reply.Text("expected.error") is { } error)
        {
            counts.Add($"error {error} 1");
        }

        Add("input", reply.Number("expected.inputTokens"));
        Add("output", reply.Number("expected.outputTokens"));
        foreach (var detail in Parts.Counted)
        {
            Add(detail, reply.Number("expected.details." + detail));
        }

        if (reply.Flag("expected.usageMissing"))
        {
            counts.Add("missing 1");
        }

        if (reply.Text("expected.finishReason") is { } finish && reply.Text("expected.status") == "success")
        {
            counts.Add($"finish {finish} 1");
        }

        if (reply.Text("expected.serviceTier") is { } tier)
        {
            counts.Add($"tier {tier} {reply.Number("expected.inputTokens") + reply.Number("expected.outputTokens")}");
        }

        if (isStream && reply.Flag("expected.hasContent"))
        {
            counts.Add("first token 1");
        }

        counts.AddRange(reply.Counts("expected.toolUses").Select(use => $"tool {use.Name} {use.Count}"));
        if (reply.Text("expected.responseId") is { } id)
        {
            counts.Add("id " + id);
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
