namespace CrossTier.Tool.Prices;

/// <summary>What an import found.</summary>
/// <param name="Source">The format, for the book's source.</param>
/// <param name="Prices">The prices.</param>
/// <param name="Skipped">How many models have no price by token, or a price of nothing that no vendor gives.</param>
sealed record ImportedPrices(string Source, IReadOnlyList<TokenPrice> Prices, int Skipped);
