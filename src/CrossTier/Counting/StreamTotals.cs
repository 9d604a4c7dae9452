namespace CrossTier.Counting;

/// <summary>Totals of series that stream.</summary>
sealed class StreamTotals
{
    public Distribution FirstToken;

    public void Add(StreamTotals other) => FirstToken.Add(other.FirstToken);

    public StreamTotals Copy() => (StreamTotals)MemberwiseClone();
}
