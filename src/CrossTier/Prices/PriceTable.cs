using System.Collections.Concurrent;
using CrossTier.Labels;

namespace CrossTier.Prices;

/// <summary>The prices that hold today, for the label sets of this process.</summary>
sealed class PriceTable
{
    /// <summary>Names the file of a price book, or <c>none</c>.</summary>
    public const string Variable = "CROSSTIER_PRICES";

    static readonly TokenPrice Free = new("", "") { Input = 0, Output = 0 };

    readonly ConcurrentDictionary<string, string> _aliases = new();
    readonly Lazy<PriceBook?> _standard = new(() => Standard(Environment.GetEnvironmentVariable(Variable)));
    Day _day = new(null, DateOnly.MinValue);
    PriceBook? _book;
    bool _isSet;

    public static PriceTable Shared { get; } = new();

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
    /// <param name="today">The day (UTC).</param>
    public TokenPrice? Of(LabelSet set, bool isLocal, DateOnly today)
    {
        if (Book is not { } book)
        {
            return null;
        }

        var day = _day;
        if (day.Book != book || day.Date != today)
        {
            _day = day = new(book, today);
        }

        return day.Prices.GetOrAdd(set, static (key, state) => state.Table.Find(state.Book, key, state.Today), (Table: this, Book: book, Today: today))
            ?? (isLocal ? Free : null);
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
            Warnings.Once("prices", $"{Variable}: {e.Message.ReplaceLineEndings(" ")} The embedded prices of {PriceBook.Embedded.Date:yyyy-MM-dd} hold.");
            return PriceBook.Embedded;
        }
    }

    TokenPrice? Find(PriceBook book, LabelSet set, DateOnly today) =>
        _aliases.TryGetValue($"{set.Provider}/{set.Model}", out var target) && target.Split('/', 2) is [var provider, var model]
            ? book.Find(provider, model, today)
            : book.Find(set.Provider, set.Model, today);

    /// <summary>What was found for a book on a day. Label sets are capped, so this is too.</summary>
    sealed record Day(PriceBook? Book, DateOnly Date)
    {
        public ConcurrentDictionary<LabelSet, TokenPrice?> Prices { get; } = new();
    }
}
