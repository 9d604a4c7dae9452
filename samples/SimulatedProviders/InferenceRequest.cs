using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>What the three protocols have in common in a request.</summary>
sealed record InferenceRequest(JsonObject Body, string Model, bool Stream, int InputTokens, int? TokenLimit, string? FirstTool, int ToolResults)
{
    /// <exception cref="FormatException">The request names no model.</exception>
    public static InferenceRequest Read(JsonObject body, bool streamsByDefault) => new(
        body,
        body["model"].AsText() is { Length: > 0 } model ? model : throw new FormatException("The request names no model."),
        body["stream"].AsFlag() ?? streamsByDefault,
        PromptWords.Of(body),
        body["max_completion_tokens"].AsNumber() ?? body["max_tokens"].AsNumber() ?? (body["options"] as JsonObject)?["num_predict"].AsNumber(),
        ToolName((body["tools"] as JsonArray)?.FirstOrDefault()),
        (body["messages"] as JsonArray)?.Sum(ToolResultsIn) ?? 0);

    static string? ToolName(JsonNode? tool) => tool is JsonObject shape
        ? shape["function"] is JsonObject function ? function["name"].AsText() : shape["name"].AsText()
        : null;

    // OpenAI and Ollama send a message for each result, Anthropic parts of a message.
    static int ToolResultsIn(JsonNode? node) => node is not JsonObject message ? 0
        : message["role"].AsText() == "tool" ? 1
        : message["content"] is JsonArray parts ? parts.Count(p => p is JsonObject part && part["type"].AsText() == "tool_result")
        : 0;
}
