namespace CrossTier.Counting;

/// <summary>Totals of series that stream.</summary>
sealed class StreamTotals
{
    public Distribution FirstToken;

    /// <summary>What streams have that wait for their server between chunks; null until it is needed.</summary>
    public WaitTotals? Waits { get; private set; }

    public void Wait(long? stall, long? outputToken)
    {
        Waits ??= new();
        if (stall is { } longest)
        {
            Waits.Stalls.Observe(longest);
        }

        if (outputToken is { } each)
        {
            Waits.OutputTokens.Observe(each);
        }
    }

    public void Add(StreamTotals other)
    {
        FirstToken.Add(other.FirstToken);
        if (other.Waits is { } waits)
        {
            (Waits ??= new()).Add(waits);
        }
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public StreamTotals Copy()
    {
        var copy = (StreamTotals)MemberwiseClone();
        copy.Waits = Waits?.Copy();
        return copy;
    }
}
