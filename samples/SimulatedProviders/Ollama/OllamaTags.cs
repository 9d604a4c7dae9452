using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>GET /api/tags.</summary>
static class OllamaTags
{
    public static JsonObject Of(IReadOnlyList<string> models) => new()
    {
        ["models"] = new JsonArray([.. models.Select(model => new JsonObject
        {
            ["name"] = model,
            ["model"] = model,
            ["modified_at"] = "2026-01-01T00:00:00Z",
            ["size"] = 0,
            ["digest"] = "simulated",
            ["details"] = new JsonObject { ["format"] = "gguf", ["family"] = "simulated", ["parameter_size"] = "0B", ["quantization_level"] = "none" },
        })]),
    };
}
