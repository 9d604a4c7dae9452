namespace System.Text.Json.Nodes;

/// <summary>Reads values from requests, where anything may stand in place of what is expected.</summary>
static class JsonNodeExtensions
{
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? AsFlag(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static int? AsNumber(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
