namespace CrossTier.Tool.Prices;

/// <summary>Puts new prices into a book that exists: what changed holds from the import's day on, what was recorded before keeps its price.</summary>
static class BookMerger
{
    public static PriceBook Merge(PriceBook old, PriceBook imported)
    {
        var known = old.Prices.ToLookup(Key);
        var changed = imported.Prices.Where(price => !known[Key(price)].Any(before => IsSame(before, price)))
            .Select(price => known.Contains(Key(price)) && price.From == DateOnly.MinValue ? price with { From = imported.Date } : price)
            .ToList();
        var replaced = changed.Select(price => (Key(price), price.From)).ToHashSet();
        var aliases = old.Aliases.ToDictionary();
        foreach (var (name, target) in imported.Aliases)
        {
            aliases[name] = target;
        }

        return new PriceBook(imported.Date, imported.Source, [.. old.Prices.Where(price => !replaced.Contains((Key(price), price.From))), .. changed], aliases);
    }

    static (string, string) Key(TokenPrice price) => (price.Provider, price.Model);

    static bool IsSame(TokenPrice a, TokenPrice b) =>
        a.Parts.SequenceEqual(b.Parts)
            && a.Tiers.SequenceEqual(b.Tiers)
            && a.Tools.OrderBy(tool => tool.Key, StringComparer.Ordinal).SequenceEqual(b.Tools.OrderBy(tool => tool.Key, StringComparer.Ordinal))
            && (b.From == DateOnly.MinValue || a.From == b.From);
}
