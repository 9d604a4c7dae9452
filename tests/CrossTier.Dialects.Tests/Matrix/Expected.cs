using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>What a reply must count, in the words of <see cref="Support.Counted"/>.</summary>
static class Expected
{
    public static string Of(Transcript reply)
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
