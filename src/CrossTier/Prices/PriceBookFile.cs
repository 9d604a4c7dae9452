using System.Text.Json;

namespace CrossTier.Prices;

/// <summary>A price book as JSON.</summary>
static class PriceBookFile
{
    public const int Version = 1;

    /// <exception cref="InvalidDataException">The text is no price book.</exception>
    public static PriceBook Read(Stream json, string source)
    {
        PriceBookContent content;
        try
        {
            content = JsonSerializer.Deserialize(json, PriceBookJson.Default.PriceBookContent) ?? throw new InvalidDataException($"'{source}' is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"'{source}' is no price book (line {e.LineNumber + 1}: "
                + $"{e.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.')}); write one with 'crosstier prices import'.",
                e);
        }

        if (content.Version != Version || content.Prices is null)
        {
            throw new InvalidDataException($"'{source}' is no price book of version {Version}; write one with 'crosstier prices import'.");
        }

        return new PriceBook(content.Date, content.Source ?? "", content.Prices.Select((entry, index) => Price(entry, index, source)), content.Aliases);
    }

    public static string Write(PriceBook book) => JsonSerializer.Serialize(
        new PriceBookContent
        {
            Version = Version,
            Date = book.Date,
            Source = book.Source,
            Unit = "US dollars for a million tokens",
            Prices = [.. book.Prices.Select(Entry)],
            Aliases = book.Aliases.Count == 0 ? null : new(book.Aliases),
        },
        PriceBookJson.Default.PriceBookContent).ReplaceLineEndings("\n") + "\n";

    static TokenPrice Price(PriceBookEntry entry, int index, string source)
    {
        var (input, output) = (entry.Input, entry.Output);
        if (entry is { GpuHour: { } hour, TokensPerSecond: { } speed })
        {
            (input, output) = (input ?? 0, output ?? (speed > 0 ? hour / 3600 / speed * 1_000_000 : null));
        }

        var wrong = string.IsNullOrWhiteSpace(entry.Provider) ? "has no provider"
            : string.IsNullOrWhiteSpace(entry.Model) ? "has no model"
            : input is null && output is null ? "has neither an input nor an output price (nor gpu_hour with tokens_per_second)"
            : new[] { input, output, entry.CachedInput, entry.CacheWriteInput }.Any(price => price < 0) ? "has a price below 0"
            : null;
        return wrong is not null
            ? throw new InvalidDataException($"'{source}': price {index + 1} ({entry.Provider}/{entry.Model}) {wrong}.")
            : new TokenPrice(entry.Provider!, entry.Model!)
            {
                Also = entry.Also ?? [],
                From = entry.From ?? DateOnly.MinValue,
                Input = input,
                Output = output,
                CachedInput = entry.CachedInput,
                CacheWriteInput = entry.CacheWriteInput,
                NotCovered = entry.NotCovered ?? [],
            };
    }

    static PriceBookEntry Entry(TokenPrice price) => new()
    {
        Provider = price.Provider,
        Model = price.Model,
        Also = price.Also.Count == 0 ? null : [.. price.Also],
        From = price.From == DateOnly.MinValue ? null : price.From,
        Input = price.Input,
        Output = price.Output,
        CachedInput = price.CachedInput,
        CacheWriteInput = price.CacheWriteInput,
        NotCovered = price.NotCovered.Count == 0 ? null : [.. price.NotCovered],
    };
}
