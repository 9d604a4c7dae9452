using System.Text.Json;
using CrossTier.Labels;

namespace CrossTier.Tool.Prices;

/// <summary>LiteLLM's <c>model_prices_and_context_window.json</c>: an object by model name, prices in dollars for one token.</summary>
static class LiteLlmPrices
{
    static readonly Dictionary<string, string> Providers = new()
    {
        ["text-completion-openai"] = "openai",
        ["azure_text"] = "azure",
        ["azure_ai"] = "azure",
        ["bedrock_converse"] = "bedrock",
        ["cohere_chat"] = "cohere",
        ["together_ai"] = "together",
        ["fireworks_ai"] = "fireworks",
        ["fireworks_ai-embedding-models"] = "fireworks",
        ["nvidia_nim"] = "nvidia",
        ["dashscope"] = "alibaba",
        ["lm_studio"] = "lmstudio",
    };

    /// <summary>What else a key may price, and how a book reports that it does not.</summary>
    static readonly (string Part, string Reports)[] Further =
    [
        ("_above_", "long contexts"), ("_batches", "batches"), ("_priority", "priority service"), ("_flex", "flex service"), ("_audio_", "audio"),
        ("_per_image", "images"), ("reasoning_token", "reasoning tokens at another price"), ("tiered_pricing", "tiers by context length"),
    ];

    public static bool Accepts(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
            && root.EnumerateObject().Any(entry => entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("litellm_provider", out _));

    public static ImportedPrices Read(JsonElement root)
    {
        Dictionary<(string, string), TokenPrice> prices = [];
        var skipped = 0;
        foreach (var entry in root.EnumerateObject().Where(entry => entry.Name != "sample_spec" && entry.Value.ValueKind == JsonValueKind.Object))
        {
            if (Price(entry.Name, entry.Value) is not { } price || !prices.TryAdd((price.Provider, price.Model), price))
            {
                skipped++;
            }
        }

        return new ImportedPrices("LiteLLM model_prices_and_context_window.json", [.. prices.Values], skipped);
    }

    static TokenPrice? Price(string name, JsonElement entry)
    {
        if (!entry.TryGetProperty("litellm_provider", out var text) || text.GetString() is not { Length: > 0 } vendor)
        {
            return null;
        }

        var provider = vendor.StartsWith("vertex_ai", StringComparison.Ordinal)
            ? "google"
            : Providers.GetValueOrDefault(vendor) ?? ProviderCatalogue.Canonical(vendor);
        var (input, output) = (PerMillion(entry, "input_cost_per_token"), PerMillion(entry, "output_cost_per_token"));
        var isFreeByMistake = (input ?? 0) == 0 && (output ?? 0) == 0 && ProviderCatalogue.TierOf(provider) != AiTier.Local;
        return isFreeByMistake ? null : new TokenPrice(provider, name.StartsWith(vendor + "/", StringComparison.Ordinal) ? name[(vendor.Length + 1)..] : name)
        {
            Input = input,
            Output = output,
            CachedInput = PerMillion(entry, "cache_read_input_token_cost"),
            CacheWriteInput = PerMillion(entry, "cache_creation_input_token_cost"),
            NotCovered =
            [
                .. Further.Where(further => entry.EnumerateObject().Any(property => IsPrice(property) && property.Name.Contains(further.Part)))
                    .Select(further => further.Reports),
            ],
        };
    }

    static bool IsPrice(JsonProperty property) => property.Name.Contains("cost") || property.Name == "tiered_pricing";

    static decimal? PerMillion(JsonElement entry, string key)
    {
        if (!entry.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var perToken = value.ValueKind == JsonValueKind.String
            ? decimal.Parse(value.GetString()!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)
            : value.GetDecimal();
        return perToken < 0 ? throw new FormatException($"{key} is below 0") : Math.Round(perToken * 1_000_000m, 9) / 1.000000000m;
    }
}
