using System.Globalization;
using System.Text.Json;
using CrossTier.Labels;

namespace CrossTier.Tool.Prices;

/// <summary>pydantic genai-prices' <c>data.json</c>: an array of providers with their models, prices in dollars for a million tokens, with dates.</summary>
static class GenAiPrices
{
    static readonly Dictionary<string, string> Providers = new() { ["aws"] = "bedrock", ["x-ai"] = "xai", ["moonshotai"] = "moonshot" };

    static readonly Dictionary<string, string> Further = new()
    {
        ["cache_write_1h_mtok"] = "cache writes for an hour",
        ["output_reasoning_mtok"] = "reasoning tokens at another price",
        ["requests_kcount"] = "a fee for each request",
        ["web_searches_kcount"] = "web searches",
    };

    public static bool Accepts(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
            && root.EnumerateArray().Any(provider => provider.ValueKind == JsonValueKind.Object && provider.TryGetProperty("models", out _));

    public static ImportedPrices Read(JsonElement root)
    {
        List<TokenPrice> prices = [];
        var skipped = 0;
        foreach (var vendor in root.EnumerateArray())
        {
            var id = vendor.GetProperty("id").GetString()!;
            var provider = Providers.GetValueOrDefault(id)
                ?? (id.StartsWith("huggingface_", StringComparison.Ordinal) ? "huggingface" : ProviderCatalogue.Canonical(id));
            foreach (var model in vendor.GetProperty("models").EnumerateArray())
            {
                List<TokenPrice> found =
                [
                    .. Dated(model.GetProperty("prices")).Select(dated => Price(provider, model, dated.From, dated.Prices, dated.Note)).OfType<TokenPrice>(),
                ];
                prices.AddRange(found);
                skipped += found.Count == 0 ? 1 : 0;
            }
        }

        // Several hosts of one provider may name a model alike; the first one stands.
        return new ImportedPrices("pydantic genai-prices data.json", [.. prices.DistinctBy(price => (price.Provider, price.Model, price.From))], skipped);
    }

    static IEnumerable<(DateOnly From, JsonElement Prices, string? Note)> Dated(JsonElement prices)
    {
        if (prices.ValueKind != JsonValueKind.Array)
        {
            yield return (DateOnly.MinValue, prices, null);
            yield break;
        }

        var isByTimeOfDay = prices.EnumerateArray().Any(entry => Constraint(entry, "start_time") is not null);
        foreach (var entry in prices.EnumerateArray().Where(entry => Constraint(entry, "start_time") is null))
        {
            var from = Constraint(entry, "start_date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.MinValue;
            yield return (from, entry.GetProperty("prices"), isByTimeOfDay ? "other prices at some times of the day" : null);
        }
    }

    static string? Constraint(JsonElement entry, string key) =>
        entry.TryGetProperty("constraint", out var constraint) && constraint.ValueKind == JsonValueKind.Object && constraint.TryGetProperty(key, out var value)
            ? value.GetString()
            : null;

    static TokenPrice? Price(string provider, JsonElement model, DateOnly from, JsonElement prices, string? note)
    {
        SortedSet<string> notCovered = note is null ? [] : [note];
        decimal? Of(string key)
        {
            if (!prices.TryGetProperty(key, out var price) || price.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (price.ValueKind == JsonValueKind.Number)
            {
                return price.GetDecimal();
            }

            notCovered.Add("long contexts");
            return price.GetProperty("base").GetDecimal();
        }

        var id = model.GetProperty("id").GetString()!;
        var price = new TokenPrice(provider, id)
        {
            Also = [.. Names(model).Where(name => name != id)],
            From = from,
            Input = Of("input_mtok"),
            Output = Of("output_mtok"),
            CachedInput = Of("cache_read_mtok"),
            CacheWriteInput = Of("cache_write_mtok"),
        };
        foreach (var property in prices.EnumerateObject())
        {
            if (Further.GetValueOrDefault(property.Name) is { } further)
            {
                notCovered.Add(further);
            }
            else if (property.Name.Contains("audio") || property.Name.Contains("image") || property.Name.Contains("video"))
            {
                notCovered.Add("audio, images and video");
            }
        }

        return (price.Input ?? 0) == 0 && (price.Output ?? 0) == 0 ? null : price with { NotCovered = [.. notCovered] };
    }

    static IEnumerable<string> Names(JsonElement model) => model.TryGetProperty("match", out var match) ? Patterns(match) : [];

    /// <summary>Rules that one pattern can say; a model is still found by its id where a rule needs more.</summary>
    static IEnumerable<string> Patterns(JsonElement match)
    {
        foreach (var rule in match.EnumerateObject())
        {
            foreach (var pattern in rule.Name switch
            {
                "equals" => [rule.Value.GetString()!],
                "starts_with" => [rule.Value.GetString() + "*"],
                "ends_with" => ["*" + rule.Value.GetString()],
                "contains" => [$"*{rule.Value.GetString()}*"],
                "or" => rule.Value.EnumerateArray().SelectMany(Patterns),
                _ => Enumerable.Empty<string>(),
            })
            {
                yield return pattern;
            }
        }
    }
}
