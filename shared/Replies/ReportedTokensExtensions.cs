using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Replies;

/// <summary>Counts by what they are.</summary>
static class ReportedTokensExtensions
{
    /// <summary>Takes over a count; what is no count replaces none.</summary>
    public static void Set(this ref ReportedTokens tokens, TokenCount count, long value)
    {
        if (value <= 0)
        {
            return;
        }

        switch (count)
        {
            case TokenCount.Input:
                tokens.Input = value;
                break;
            case TokenCount.Output:
                tokens.Output = value;
                break;
            case TokenCount.Total:
                tokens.Total = value;
                break;
            case TokenCount.CachedInput:
                tokens.CachedInput = value;
                break;
            case TokenCount.CacheWriteInput:
                tokens.CacheWriteInput = value;
                break;
            case TokenCount.CacheReadBesideInput:
                tokens.CacheReadBesideInput = value;
                break;
            case TokenCount.CacheWriteBesideInput:
                tokens.CacheWriteBesideInput = value;
                break;
            case TokenCount.CacheWriteHourInput:
                tokens.CacheWriteHourInput = value;
                break;
            case TokenCount.ToolBesideInput:
                tokens.ToolBesideInput = value;
                break;
            case TokenCount.CitationBesideInput:
                tokens.CitationBesideInput = value;
                break;
            case TokenCount.AudioInput:
                tokens.AudioInput = value;
                break;
            case TokenCount.CachedAudioInput:
                tokens.CachedAudioInput = value;
                break;
            case TokenCount.AudioOutput:
                tokens.AudioOutput = value;
                break;
            case TokenCount.ReasoningOutput:
                tokens.ReasoningOutput = value;
                break;
            case TokenCount.ApartReasoningOutput:
                tokens.ApartReasoningOutput = value;
                break;
            case TokenCount.ReasoningBesideOutput:
                tokens.ReasoningBesideOutput = value;
                break;
        }
    }

    /// <summary>Adds what an attempt of the same request reports.</summary>
    public static void Add(this ref ReportedTokens tokens, in ReportedTokens attempt)
    {
        tokens.Input += attempt.Input;
        tokens.Output += attempt.Output;
        tokens.CacheReadBesideInput += attempt.CacheReadBesideInput;
        tokens.CacheWriteBesideInput += attempt.CacheWriteBesideInput;
        tokens.CacheWriteHourInput += attempt.CacheWriteHourInput;
    }
}
