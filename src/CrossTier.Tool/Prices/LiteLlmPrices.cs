using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossTier.Labels;

namespace CrossTier.Tool.Prices;

/// <summary>LiteLLM's <c>model_prices_and_context_window.json</c>: an object by model name, prices in dollars for one token.</summary>
static partial class LiteLlmPrices
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

    /// <summary>Their names of the parts, in the order of ours.</summary>
    static readonly string[] Parts =
    [
        "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost", "cache_creation_input_token_cost",
        "cache_creation_input_token_cost_above_1hr", "input_cost_per_audio_token", "cache_read_input_audio_token_cost", "output_cost_per_audio_token",
        "output_cost_per_reasoning_token",
    ];

    /// <summary>The service tiers that end the name of a part.</summary>
    static readonly string[] Tiers = ["flex", "priority"];

    /// <summary>What else a key may price, and how a book reports that it does not.</summary>
    static readonly (string Part, string Reports)[] Further =
    [
        ("_batches", "batches"), ("_image", "images"), ("_per_second", "seconds of audio and video"), ("tiered_pricing", "tiers by context length"),
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
            Parts = PartsOf(entry, ""),
            Tiers = [.. TiersOf(entry)],
            Tools = ToolsOf(entry),
            NotCovered =
            [
                .. Further.Where(further => entry.EnumerateObject().Any(property => IsPrice(property) && property.Name.Contains(further.Part)))
                    .Select(further => further.Reports),
            ],
        };
    }

    static decimal?[] PartsOf(JsonElement entry, string suffix) => [.. Parts.Select(part => PerMillion(entry, part + suffix))];

    static IEnumerable<TierPrice> TiersOf(JsonElement entry)
    {
        foreach (var tier in Tiers.Select(name => new TierPrice(name) { Parts = PartsOf(entry, "_" + name) }).Where(tier => tier.ByDirection.Any()))
        {
            yield return tier;
        }

        // The first step is the one that counts: _above_200k_tokens.
        var above = entry.EnumerateObject().Select(property => Threshold.Match(property.Name)).Where(match => match.Success)
            .Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty().Min();
        if (above > 0)
        {
            yield return new TierPrice(TierPrice.LongContext) { Above = above * 1000, Parts = PartsOf(entry, $"_above_{above}k_tokens") };
        }
    }

    /// <summary>Dollars for one use.</summary>
    static Dictionary<string, decimal> ToolsOf(JsonElement entry)
    {
        Dictionary<string, decimal> tools = [];
        if (entry.TryGetProperty("search_context_cost_per_query", out var search) && search.ValueKind == JsonValueKind.Object)
        {
            Add("web_search", Number(search, "search_context_size_medium"));
        }

        Add("file_search", Number(entry, "file_search_cost_per_1k_calls") / 1000);
        Add("code_interpreter", Number(entry, "code_interpreter_cost_per_session"));
        return tools;

        void Add(string tool, decimal? price)
        {
            if (price is { } known)
            {
                tools[tool] = known;
            }
        }
    }

    static bool IsPrice(JsonProperty property) => property.Name.Contains("cost") || property.Name == "tiered_pricing";

    static decimal? PerMillion(JsonElement entry, string key) =>
        Number(entry, key) is { } perToken ? Math.Round(perToken * 1_000_000m, 9) / 1.000000000m : null;

    static decimal? Number(JsonElement entry, string key)
    {
        if (!entry.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var number = value.ValueKind == JsonValueKind.String
            ? decimal.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : value.GetDecimal();
        return number < 0 ? throw new FormatException($"{key} is below 0") : number;
    }

    [GeneratedRegex(@"^(?:input|output)_cost_per_token_above_(\d{1,6})k_tokens$")]
    static partial Regex Threshold { get; }
}
