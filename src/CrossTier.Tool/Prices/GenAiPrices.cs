using System.Globalization;
using System.Text.Json;
using CrossTier.Labels;

namespace CrossTier.Tool.Prices;

/// <summary>pydantic genai-prices' <c>data.json</c>: an array of providers with their models, prices in dollars for a million tokens, with dates.</summary>
static class GenAiPrices
{
    static readonly Dictionary<string, string> Providers = new() { ["aws"] = "bedrock", ["x-ai"] = "xai", ["moonshotai"] = "moonshot" };

    /// <summary>Their names of the parts, in the order of ours.</summary>
    static readonly string[] Parts =
    [
        "input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok", "cache_write_1h_mtok", "input_audio_mtok", "cache_audio_read_mtok",
        "output_audio_mtok", "output_reasoning_mtok",
    ];

    /// <summary>Their names of a thousand uses of a tool.</summary>
    static readonly Dictionary<string, string> Tools = new() { ["web_searches_kcount"] = "web_search", ["storage_searches_kcount"] = "file_search" };

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
        Dictionary<string, decimal> tools = [];
        foreach (var price in prices.EnumerateObject().Where(price => price.Value.ValueKind != JsonValueKind.Null && !Parts.Contains(price.Name)))
        {
            if (Tools.GetValueOrDefault(price.Name) is { } tool && price.Value.ValueKind == JsonValueKind.Number)
            {
                tools[tool] = price.Value.GetDecimal() / 1000;
            }
            else
            {
                notCovered.Add(NotCovered(price.Name));
            }
        }

        if (Parts.SelectMany(part => Steps(prices, part)).Select(step => step.Above).Distinct().Count() > 1)
        {
            notCovered.Add("further prices of long contexts");
        }

        var id = model.GetProperty("id").GetString()!;
        var known = new TokenPrice(provider, id)
        {
            Also = [.. Names(model).Where(name => name != id)],
            From = from,
            Parts = [.. Parts.Select(part => Base(prices, part))],
            Tiers = LongContext(prices) is { } tier ? [tier] : [],
            Tools = tools,
            NotCovered = [.. notCovered],
        };
        return (known.Input ?? 0) == 0 && (known.Output ?? 0) == 0 ? null : known;
    }

    static string NotCovered(string key) =>
        key == "requests_kcount" ? "a fee for each request"
        : key is "output_citation_mtok" ? "citations"
        : key.Contains("image") || key.Contains("video") || key.Contains("audio") ? "images, video and hours of audio"
        : "documents, messages and other units";

    static decimal? Base(JsonElement prices, string part) =>
        !prices.TryGetProperty(part, out var price) || price.ValueKind == JsonValueKind.Null ? null
        : price.ValueKind == JsonValueKind.Number ? price.GetDecimal()
        : price.GetProperty("base").GetDecimal();

    /// <summary>The prices that hold for a whole request whose input is above a number of tokens.</summary>
    static IEnumerable<(long Above, decimal Price)> Steps(JsonElement prices, string part) =>
        prices.TryGetProperty(part, out var price) && price.ValueKind == JsonValueKind.Object
            ? price.GetProperty("tiers").EnumerateArray().Select(step => (step.GetProperty("start").GetInt64(), step.GetProperty("price").GetDecimal()))
            : [];

    static TierPrice? LongContext(JsonElement prices)
    {
        var steps = Parts.Select(part => Steps(prices, part).OrderBy(step => step.Above).ToArray()).ToArray();
        return steps.All(step => step.Length == 0)
            ? null
            : new TierPrice(TierPrice.LongContext)
            {
                Above = steps.Where(step => step.Length > 0).Min(step => step[0].Above),
                Parts = [.. steps.Select(step => step.Length == 0 ? default(decimal?) : step[0].Price)],
            };
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
