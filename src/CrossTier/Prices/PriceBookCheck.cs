namespace CrossTier.Prices;

/// <summary>Checks what a file of prices holds when it is read, so that nothing of it fails when a price is looked up.</summary>
static class PriceBookCheck
{
    /// <exception cref="InvalidDataException">The entry is wrong; the message names it and the reason.</exception>
    public static TokenPrice Price(PriceBookEntry? entry, int index, string source)
    {
        if (entry is null)
        {
            throw new InvalidDataException($"'{source}': price {index + 1} is null.");
        }

        var wrong = WrongName(entry);
        var (input, output) = (entry.Input, entry.Output);
        if (wrong is null && (entry.GpuHour is not null || entry.TokensPerSecond is not null))
        {
            (input, output, wrong) = ByGpu(entry);
        }

        wrong ??= input is null && output is null ? "has neither an input nor an output price (nor gpu_hour with tokens_per_second)"
            : entry.Parts.Append(input).Append(output).Any(price => price < 0) || entry.Tools?.Values.Any(price => price < 0) == true ? "has a price below 0"
            : WrongTier(entry.Tiers ?? []);
        return wrong is not null
            ? throw new InvalidDataException($"'{source}': price {index + 1} ({entry.Provider}/{entry.Model}) {wrong}.")
            : new TokenPrice(entry.Provider!, entry.Model!)
            {
                Also = [.. (entry.Also ?? []).Select(name => name!)],
                From = entry.From ?? DateOnly.MinValue,
                Parts = entry.Parts,
                Input = input,
                Output = output,
                Tiers = [.. (entry.Tiers ?? []).Select(tier => Tier(tier!))],
                Tools = entry.Tools ?? [],
                NotCovered = [.. (entry.NotCovered ?? []).Select(what => what!)],
            };
    }

    /// <exception cref="InvalidDataException">An alias is wrong; the message names it and the reason.</exception>
    public static IReadOnlyDictionary<string, string> Aliases(Dictionary<string, string?>? aliases, string source)
    {
        var wrong = aliases?.FirstOrDefault(alias => string.IsNullOrWhiteSpace(alias.Value)) is { Key: { } name }
            ? throw new InvalidDataException($"'{source}': alias '{name}' names nothing; say provider/model.")
            : aliases;
        return wrong?.ToDictionary(alias => alias.Key, alias => alias.Value!) ?? [];
    }

    static string? WrongName(PriceBookEntry entry) =>
        string.IsNullOrWhiteSpace(entry.Provider) ? "has no provider"
        : string.IsNullOrWhiteSpace(entry.Model) ? "has no model"
        : entry.Also?.Any(name => name is null) == true ? "has a null among its other names (also)"
        : entry.NotCovered?.Any(what => what is null) == true ? "has a null among what it does not cover (not_covered)"
        : null;

    static string? WrongTier(List<TierPriceEntry?> tiers) =>
        tiers.Any(tier => string.IsNullOrWhiteSpace(tier?.ServiceTier)) ? "has a tier without a name (service_tier)"
        : tiers.Select(tier => tier!.ServiceTier).Distinct().Count() < tiers.Count ? "has a tier twice"
        : tiers.Any(tier => tier!.Parts.Any(price => price < 0)) ? "has a price below 0"
        : tiers.Any(tier => tier!.Above is null != tier.ServiceTier is not TierPrice.LongContext || tier.Above < TierPrice.MinAbove)
            ? $"needs the input tokens above which long_context begins (above, at least {TierPrice.MinAbove}), and in no other tier"
        : null;

    static TierPrice Tier(TierPriceEntry entry) => new(entry.ServiceTier!) { Above = entry.Above, Parts = entry.Parts };

    static (decimal? Input, decimal? Output, string? Wrong) ByGpu(PriceBookEntry entry)
    {
        if (entry is not { GpuHour: { } hour, TokensPerSecond: { } speed })
        {
            return (entry.Input, entry.Output, null);
        }

        if (hour < 0 || speed <= 0)
        {
            return (null, null, "has a gpu_hour below 0 or tokens_per_second that are not above 0");
        }

        try
        {
            return (entry.Input ?? 0, entry.Output ?? (hour / 3600 / speed * 1_000_000), null);
        }
        catch (OverflowException)
        {
            return (null, null, $"has a gpu_hour of {hour} at {speed} tokens_per_second, which gives no price");
        }
    }
}
