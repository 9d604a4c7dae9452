using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.ExtensionsAI;

/// <summary>Takes over the usage of this library's replies.</summary>
static class ReadingExtensions
{
    /// <summary>Takes over a usage.</summary>
    /// <param name="reading">What was reported before.</param>
    /// <param name="usage">The usage; null if there is none.</param>
    /// <param name="response">The id of the response.</param>
    public static void Add(this ref ReplyReading reading, UsageDetails? usage, string? response)
    {
        if (usage is null)
        {
            return;
        }

        if (usage.AdditionalCounts is { Count: > 0 } further)
        {
            var tokens = new ReportedTokens
            {
                Input = usage.InputTokenCount ?? 0,
                Output = usage.OutputTokenCount ?? 0,
                Total = usage.TotalTokenCount ?? 0,
                CachedInput = usage.CachedInputTokenCount ?? 0,
                ReasoningOutput = usage.ReasoningTokenCount ?? 0,
            };
            reading.Tokens(FurtherTokens.Of(tokens, further), response);
            return;
        }

        reading.ResponseTokens(
            response,
            input: usage.InputTokenCount ?? 0,
            output: usage.OutputTokenCount ?? 0,
            total: usage.TotalTokenCount ?? 0,
            cachedInput: usage.CachedInputTokenCount ?? 0,
            reasoningOutput: usage.ReasoningTokenCount ?? 0);
    }

    /// <summary>Takes over what is audio of it. Called last: these members are experimental, and a version that has lost them leaves the rest read.</summary>
    /// <param name="reading">What was reported before.</param>
    /// <param name="usage">The usage; null if there is none.</param>
    /// <param name="response">The id of the response.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddAudio(this ref ReplyReading reading, UsageDetails? usage, string? response)
    {
#pragma warning disable MEAI001 // See above.
        if (usage is { InputAudioTokenCount: > 0 } or { OutputAudioTokenCount: > 0 })
        {
            reading.Tokens(new ReportedTokens { AudioInput = usage.InputAudioTokenCount ?? 0, AudioOutput = usage.OutputAudioTokenCount ?? 0 }, response);
        }
#pragma warning restore MEAI001
    }
}
