namespace CrossTier;

/// <summary>What tokens cost. On this framework every book is empty; what takes a <c>DateOnly</c> is missing, as that type is.</summary>
public sealed class PriceBook
{
    PriceBook()
    {
    }

    /// <summary>An empty book.</summary>
    public static PriceBook Embedded { get; } = new();

    /// <summary>Where the prices come from: nowhere.</summary>
    public string Source => "";

    /// <summary>All prices: none.</summary>
    public IReadOnlyList<TokenPrice> Prices => [];

    /// <summary>Names that stand for others: none.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>();

    /// <summary>An empty book: the file is not read.</summary>
    /// <param name="path">The file.</param>
    public static PriceBook Load(string path) => Embedded;
}
