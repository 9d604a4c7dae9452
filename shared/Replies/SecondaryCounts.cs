using CrossTier.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Replies;

/// <summary>Counts that hold where the same reply reports no better ones.</summary>
struct SecondaryCounts
{
    long _unbilledInput;
    long _unbilledOutput;
    long _timedInput;
    long _timedCachedInput;
    long _timedOutput;

    /// <summary>The tokens of the input that are listed one by one.</summary>
    public long ListedInput { get; set; }

    public void Set(TokenCount count, long value)
    {
        switch (count)
        {
            case TokenCount.UnbilledInput:
                _unbilledInput = value;
                break;
            case TokenCount.UnbilledOutput:
                _unbilledOutput = value;
                break;
            case TokenCount.TimedInput:
                _timedInput = value;
                break;
            case TokenCount.TimedCachedInput:
                _timedCachedInput = value;
                break;
            case TokenCount.TimedOutput:
                _timedOutput = value;
                break;
        }
    }

    /// <summary>Fills in what is not reported otherwise.</summary>
    public readonly void Fill(ref ReportedTokens tokens)
    {
        tokens.Input = First(tokens.Input, _unbilledInput, _timedInput + _timedCachedInput, ListedInput);
        tokens.Output = First(tokens.Output, _unbilledOutput, _timedOutput);
        tokens.CachedInput = First(tokens.CachedInput, _timedCachedInput);
    }

    static long First(params ReadOnlySpan<long> counts)
    {
        foreach (var count in counts)
        {
            if (count > 0)
            {
                return count;
            }
        }

        return 0;
    }
}
