using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>POST /api/chat.</summary>
sealed class OllamaChat : OllamaFormat
{
    protected override void Put(JsonObject line, Reply reply, string text, ToolCall? tool)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (tool is not null)
        {
            message["tool_calls"] = new JsonArray(new JsonObject
            {
                ["id"] = "call_" + reply.Id,
                ["function"] = new JsonObject { ["name"] = tool.Name, ["arguments"] = JsonNode.Parse(tool.Arguments) },
            });
        }

        line["message"] = message;
    }
}
