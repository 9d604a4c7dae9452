namespace CrossTier.Prices;

/// <summary>Finds a price among those of one provider: by the exact name, else by the pattern that is most specific.</summary>
sealed class PriceMatcher
{
    readonly ILookup<string, TokenPrice> _exact;
    readonly List<(NamePattern Pattern, TokenPrice Price)> _patterns;

    public PriceMatcher(IEnumerable<TokenPrice> prices)
    {
        var named = prices.SelectMany(price => price.Also.Prepend(price.Model).Distinct().Select(name => (Name: name, Price: price))).ToList();
        _exact = named.Where(entry => !NamePattern.IsPattern(entry.Name)).ToLookup(entry => entry.Name, entry => entry.Price, StringComparer.OrdinalIgnoreCase);
        _patterns =
        [
            .. named.Where(entry => NamePattern.IsPattern(entry.Name))
                .Select(entry => (new NamePattern(entry.Name), entry.Price))
                .OrderByDescending(entry => entry.Item1.Weight),
        ];
    }

    public TokenPrice? Find(string model, DateOnly day)
    {
        if (_exact.Contains(model))
        {
            return Latest(_exact[model], day);
        }

        var best = _patterns.FirstOrDefault(entry => entry.Pattern.Matches(model)).Pattern;
        return best is null ? null : Latest(_patterns.Where(entry => entry.Pattern.Text == best.Text).Select(entry => entry.Price), day);
    }

    static TokenPrice? Latest(IEnumerable<TokenPrice> prices, DateOnly day) => prices.Where(price => price.From <= day).MaxBy(price => price.From);
}
