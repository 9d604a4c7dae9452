using CrossTier.Prices;

namespace CrossTier;

/// <summary>
/// What tokens cost: list prices by provider and model, from the day on which each holds. Prices are published beside the tokens and
/// multiplied in Prometheus, so that recorded cost stays when a price changes.
/// </summary>
public sealed class PriceBook
{
    static readonly Lazy<PriceBook> Standard = new(ReadEmbedded);

    readonly Dictionary<string, PriceMatcher> _providers;

    /// <summary>Makes a book of prices.</summary>
    /// <param name="date">The day on which the prices were looked up.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="aliases">Names that stand for others, each as <c>provider/model</c>: a deployment's name for its model's.</param>
    /// <exception cref="ArgumentException">A price or an alias is null, or a name of it.</exception>
    public PriceBook(DateOnly date, string source, IEnumerable<TokenPrice> prices, IReadOnlyDictionary<string, string>? aliases = null)
    {
        ArgumentNullException.ThrowIfNull(prices);
        Date = date;
        Source = source;
        Prices = [.. prices];
        Aliases = aliases?.ToDictionary(alias => alias.Key, alias => alias.Value) ?? [];
        if (Prices.Any(price => price is not { Provider: not null, Model: not null, Also: not null, NotCovered: not null, Tiers: not null, Tools: not null }
            || price.Also.Contains(null!) || price.Tiers.Any(tier => tier is not { ServiceTier: not null })))
        {
            throw new ArgumentException("A price, its provider, its model or one of its other names is null.", nameof(prices));
        }

        if (Aliases.Values.Contains(null))
        {
            throw new ArgumentException("An alias names nothing.", nameof(aliases));
        }

        _providers = Prices.GroupBy(price => price.Provider, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => new PriceMatcher(group), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>List prices of the models most used, as of <see cref="Date"/>.</summary>
    public static PriceBook Embedded => Standard.Value;

    /// <summary>The day on which the prices were looked up.</summary>
    public DateOnly Date { get; }

    /// <summary>Where the prices come from.</summary>
    public string Source { get; }

    /// <summary>All prices.</summary>
    public IReadOnlyList<TokenPrice> Prices { get; }

    /// <summary>Names that stand for others, each as <c>provider/model</c>.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; }

    /// <summary>Reads a book that <c>crosstier prices import</c> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file holds no price book; the message says where it is wrong. Folders, pipes, devices and files over 16 MiB are none.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PriceBook Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return PriceBookFile.Read(PriceBookStream.Read(path), path);
    }

    /// <summary>The price of a model on a day; null if the book has none. A name that ends in a date or version falls back to the name without it.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    /// <param name="day">The day.</param>
    public TokenPrice? Find(string provider, string model, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(model);
        if (Aliases.TryGetValue($"{provider}/{model}", out var target) && target.IndexOf('/') is > 0 and var slash)
        {
            (provider, model) = (target[..slash], target[(slash + 1)..]);
        }

        return _providers.TryGetValue(provider, out var prices) ? prices.Find(model, day) ?? prices.Find(DatedName.Strip(model), day) : null;
    }

    static PriceBook ReadEmbedded()
    {
        const string Name = "the embedded price book";
        using var stream = typeof(PriceBook).Assembly.GetManifestResourceStream("CrossTier.Prices.json")!;
        return PriceBookFile.Read(PriceBookStream.Read(stream, Name), Name);
    }
}
