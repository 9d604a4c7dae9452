using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>POST /api/generate.</summary>
sealed class OllamaGenerate : OllamaFormat
{
    protected override void Put(JsonObject line, Reply reply, string text, ToolCall? tool) => line["response"] = text;
}
