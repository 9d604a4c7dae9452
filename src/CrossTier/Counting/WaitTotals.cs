using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>Totals of streams that wait for their server between chunks.</summary>
sealed class WaitTotals
{
    public readonly WaitDistribution OutputTokens = new(WaitBounds.OutputToken);

    public readonly WaitDistribution Stalls = new(WaitBounds.Stall);

    public void Add(WaitTotals other)
    {
        OutputTokens.Add(other.OutputTokens);
        Stalls.Add(other.Stalls);
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public WaitTotals Copy()
    {
        var copy = new WaitTotals();
        copy.Add(this);
        return copy;
    }
}
