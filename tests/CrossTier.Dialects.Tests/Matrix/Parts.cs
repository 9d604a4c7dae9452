using CrossTier.CompilerServices;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>The parts of a usage that are counted.</summary>
static class Parts
{
    /// <summary>Their names, as a usage that has all of them is counted.</summary>
    public static IReadOnlyList<string> Counted { get; } = Find();

    static List<string> Find()
    {
        new CallSite("parts", "parts", "parts", null, AiTier.Cloud).Start(null, default).Measure<string, AllParts>("");
        return [.. AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_token_details_total").Points
            .Where(point => point.Labels[0] == "parts" && point.Value > 0)
            .Select(point => point.Labels[2])];
    }

    readonly struct AllParts : IReplyReader<string>
    {
        public static void Read(string reply, ref ReplyReading reading)
        {
            var tokens = new ReportedTokens { Input = 100, Output = 100, CachedInput = 20, CacheWriteInput = 20, CacheWriteHourInput = 10 };
            (tokens.AudioInput, tokens.CachedAudioInput, tokens.AudioOutput, tokens.ReasoningOutput) = (20, 10, 10, 10);
            reading.Tokens(tokens, response: null);
        }
    }
}
