using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>POST /api/embed.</summary>
sealed class OllamaEmbed : WireFormat
{
    public override TokenCounts Tells(TokenCounts usage) => new(usage.Input, 0);

    public override JsonObject Whole(Reply reply)
    {
        var vectors = EmbeddingVector.ForEachInput(reply).Select(vector => (JsonNode)new JsonArray([.. vector.Select(v => (JsonNode)v)]));
        var embedded = new JsonObject { ["model"] = reply.Model, ["embeddings"] = new JsonArray([.. vectors]), ["total_duration"] = 0, ["load_duration"] = 0 };
        if (reply.Usage is { } usage) embedded["prompt_eval_count"] = usage.Input;
        return embedded;
    }

    public override JsonObject Error(ErrorReply error) => new() { ["error"] = error.Message };
}
