using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Extensions.AI.Readers;

/// <summary>Adds the usage of this library's replies.</summary>
static class ReadingExtensions
{
    public static void Add(this ref ReplyReading reading, UsageDetails? usage)
    {
        if (usage is not null)
        {
            reading.Tokens(usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount, cacheWriteInput: null, usage.ReasoningTokenCount);
        }
    }
}
