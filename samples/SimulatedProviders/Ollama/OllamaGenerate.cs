using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>POST /api/generate.</summary>
internal sealed class OllamaGenerate : OllamaFormat
{
    protected override void Put(JsonObject line, Reply reply, string text, ToolCall? tool) => line["response"] = text;
}
