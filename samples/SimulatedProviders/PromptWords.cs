using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Counts input tokens: one for each word of the prompt, whatever its shape, and one for each ready-made token id.</summary>
static class PromptWords
{
    /// <summary>Counts the words of a request's system text, messages, prompt and input.</summary>
    public static int Of(JsonObject body) => Of(body["system"]) + Of(body["messages"]) + Of(body["prompt"]) + Of(body["input"]);

    /// <summary>Counts the words of a text.</summary>
    public static int Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // A message holds its text in "content", a part of one in "text" or, if it is a tool's result, again in "content".
    static int Of(JsonNode? node) => node switch
    {
        JsonArray items => items.Sum(Of),
        JsonObject part => Of(part["content"]) + Of(part["text"]),
        JsonValue value when value.TryGetValue(out string? text) => Of(text),
        JsonValue value when value.TryGetValue(out int _) => 1,
        _ => 0,
    };
}
