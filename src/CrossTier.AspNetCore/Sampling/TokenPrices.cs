namespace CrossTier.AspNetCore.Sampling;

/// <summary>The prices of one token of a model in US dollars, by the directions of <c>ai_gateway_token_price_usd</c>; null where none is known.</summary>
readonly record struct TokenPrices(double? Input, double? Output, double? CachedInput, double? CacheWriteInput)
{
    /// <summary>
    /// What tokens cost, in US dollars; null if the price of some is not known. Cached tokens are part of the input: their discount is
    /// taken off.
    /// </summary>
    public double? Of(in Counts tokens) =>
        (Price(tokens.Input, Input) + Price(tokens.Output, Output)) is { } full
            ? full - Discount(tokens.CachedInput, CachedInput) - Discount(tokens.CacheWriteInput, CacheWriteInput)
            : null;

    static double? Price(long tokens, double? price) => tokens == 0 ? 0 : tokens * price;

    double Discount(long tokens, double? price) => tokens * (Input - price) ?? 0;
}
