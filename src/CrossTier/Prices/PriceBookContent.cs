namespace CrossTier.Prices;

/// <summary>The file of a price book, as it is written.</summary>
sealed record PriceBookContent
{
    public int Version { get; init; }

    public DateOnly Date { get; init; }

    public string? Source { get; init; }

    public string? Unit { get; init; }

    public List<PriceBookEntry?>? Prices { get; init; }

    /// <summary>From <c>provider/model</c> as it is called to <c>provider/model</c> as it is priced.</summary>
    public Dictionary<string, string?>? Aliases { get; init; }
}
