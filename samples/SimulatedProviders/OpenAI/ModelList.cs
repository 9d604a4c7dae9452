using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.OpenAI;

/// <summary>GET /v1/models, https://platform.openai.com/docs/api-reference/models.</summary>
static class ModelList
{
    const long Created = 1767225600; // 2026-01-01, the date of the dated models

    public static JsonObject Of(IReadOnlyList<string> models) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([
            .. models.Select(model => new JsonObject { ["id"] = model, ["object"] = "model", ["created"] = Created, ["owned_by"] = "simulated" }),
        ]),
    };
}
