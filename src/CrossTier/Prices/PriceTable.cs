using System.Collections.Concurrent;
using CrossTier.Labels;
using CrossTier.Protocols;

namespace CrossTier.Prices;

/// <summary>The prices that hold today, for the label sets of this process.</summary>
sealed class PriceTable
{
    static readonly TokenPrice Free = new("", "") { Input = 0, Output = 0 };

    readonly ConcurrentDictionary<string, string> _aliases = new();
    readonly Lazy<PriceBook?> _standard = new(() => Standard(Settings.OfProcess.Text(Settings.Prices)));
    Day _day = new(null, DateOnly.MinValue);
    PriceBook? _book;
    bool _isSet;

    public static PriceTable Shared { get; } = Create(Settings.OfProcess);

    /// <summary>The book; null publishes no prices.</summary>
    public PriceBook? Book
    {
        get => _isSet ? _book : _standard.Value;
        set => (_book, _isSet) = (value, true);
    }

    public void Alias(string provider, string model, string pricedProvider, string pricedModel)
    {
        _aliases[$"{provider}/{model}"] = $"{pricedProvider}/{pricedModel}";
        _day = new(null, DateOnly.MinValue);
    }

    /// <summary>The price of a label set; null if there is none, which is not the same as free.</summary>
    /// <param name="set">The provider and model.</param>
    /// <param name="isLocal">Whether the provider is known to be local: its tokens cost nothing unless the book has a price.</param>
    /// <param name="repliedModel">What replies call the model; null if that is not known.</param>
    /// <param name="today">The day (UTC).</param>
    /// <returns>The price, and the model that it is the price of where the label has none of its own.</returns>
    public (TokenPrice? Price, string? PricedAs) Of(LabelSet set, bool isLocal, string? repliedModel, DateOnly today)
    {
        if (Book is not { } book)
        {
            return default;
        }

        var day = _day;
        if (day.Book != book || day.Date != today)
        {
            _day = day = new(book, today);
        }

        return Find(set) is { } price ? (price, null)
            : isLocal ? (Free, null)
            : repliedModel is not null && Guess(repliedModel) is { } guess ? (guess, repliedModel)
            : default;

        TokenPrice? Find(LabelSet priced) => day.Prices.GetOrAdd(
            priced,
            static (key, state) => state.Table.Find(state.Book, key, state.Today),
            (Table: this, Book: book, Today: today));

        // Who serves another's models under the same names serves them at the same list price.
        TokenPrice? Guess(string model) =>
            Find(set with { Model = model }) ?? (ProviderNames.Makers.TryGetValue(set.Provider, out var maker) ? Find(new(maker, model)) : null);
    }

    /// <summary>A table as the environment sets it; its book is read when a price is first asked for.</summary>
    public static PriceTable Create(Settings settings)
    {
        var table = new PriceTable();
        foreach (var (provider, model, pricedProvider, pricedModel) in settings.Priced)
        {
            table.Alias(provider, model, pricedProvider, pricedModel);
        }

        return table;
    }

    /// <summary>The book that the environment names; the embedded one if it names none, or one that cannot be read.</summary>
    public static PriceBook? Standard(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return PriceBook.Embedded;
        }

        if (path == "none")
        {
            return null;
        }

        try
        {
            return PriceBook.Load(path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Warnings.Once(
                "prices",
                $"{Settings.Prices}: {e.Message.ReplaceLineEndings(" ")} The embedded prices of {PriceBook.Embedded.Date:yyyy-MM-dd} hold.");
            return PriceBook.Embedded;
        }
    }

    TokenPrice? Find(PriceBook book, LabelSet set, DateOnly today) =>
        _aliases.TryGetValue($"{set.Provider}/{set.Model}", out var target) && target.Split('/', 2) is [var provider, var model]
            ? book.Find(provider, model, today)
            : book.Find(set.Provider, set.Model, today);

    /// <summary>What was found for a book on a day. Label sets are capped, and each has one guess, so this is too.</summary>
    sealed record Day(PriceBook? Book, DateOnly Date)
    {
        public ConcurrentDictionary<LabelSet, TokenPrice?> Prices { get; } = new();
    }
}
