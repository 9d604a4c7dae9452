using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.OpenAI;

/// <summary>POST /v1/embeddings, https://platform.openai.com/docs/api-reference/embeddings.</summary>
sealed class Embeddings : WireFormat
{
    public override TokenCounts Tells(TokenCounts usage) => new(usage.Input, 0);

    public override JsonObject Whole(Reply reply)
    {
        var base64 = reply.Request.Body["encoding_format"].AsText() == "base64";
        var data = EmbeddingVector.ForEachInput(reply).Select((vector, i) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = i,
            ["embedding"] = base64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : new JsonArray([.. vector.Select(v => (JsonNode)v)]),
        });
        var list = new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. data]), ["model"] = reply.Model };
        if (reply.Usage is { } usage) list["usage"] = new JsonObject { ["prompt_tokens"] = usage.Input, ["total_tokens"] = usage.Input };
        return list;
    }
}
