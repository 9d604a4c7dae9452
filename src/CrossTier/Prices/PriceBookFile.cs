using System.Text.Json;

namespace CrossTier.Prices;

/// <summary>A price book as JSON.</summary>
static class PriceBookFile
{
    public const int Version = 1;

    const string Advice = "write one with 'crosstier prices import'";

    /// <exception cref="InvalidDataException">The text is no price book.</exception>
    public static PriceBook Read(ReadOnlySpan<byte> json, string source)
    {
        PriceBookContent content;
        try
        {
            content = JsonSerializer.Deserialize(json, PriceBookJson.Default.PriceBookContent) ?? throw new InvalidDataException($"'{source}' is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"'{source}' is no price book (line {e.LineNumber + 1}: {e.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.')}); {Advice}.",
                e);
        }

        if (content.Version != Version || content.Prices is null)
        {
            throw new InvalidDataException($"'{source}' is no price book of version {Version}; {Advice}.");
        }

        TokenPrice[] prices = [.. content.Prices.Select((entry, index) => PriceBookCheck.Price(entry, index, source))];
        return new PriceBook(content.Date, content.Source ?? "", prices, PriceBookCheck.Aliases(content.Aliases, source));
    }

    public static string Write(PriceBook book) => JsonSerializer.Serialize(
        new PriceBookContent
        {
            Version = Version,
            Date = book.Date,
            Source = book.Source,
            Unit = "US dollars for a million tokens",
            Prices = [.. book.Prices.Select(Entry)],
            Aliases = book.Aliases.Count == 0 ? null : book.Aliases.ToDictionary(alias => alias.Key, string? (alias) => alias.Value),
        },
        PriceBookJson.Default.PriceBookContent).ReplaceLineEndings("\n") + "\n";

    static PriceBookEntry Entry(TokenPrice price) => new()
    {
        Provider = price.Provider,
        Model = price.Model,
        Also = price.Also.Count == 0 ? null : [.. price.Also],
        From = price.From == DateOnly.MinValue ? null : price.From,
        Parts = price.Parts,
        Tiers = price.Tiers.Count == 0 ? null : [.. price.Tiers.Select(Entry)],
        Tools = price.Tools.Count == 0 ? null : price.Tools.OrderBy(tool => tool.Key, StringComparer.Ordinal).ToDictionary(),
        NotCovered = price.NotCovered.Count == 0 ? null : [.. price.NotCovered],
    };

    static TierPriceEntry Entry(TierPrice price) => new() { ServiceTier = price.ServiceTier, Above = price.Above, Parts = price.Parts };
}
