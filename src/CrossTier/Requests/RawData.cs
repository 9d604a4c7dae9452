using System.Text.Json;
using CrossTier.CompilerServices;
using CrossTier.Protocols;
using CrossTier.Replies;

namespace CrossTier.Requests;

/// <summary>A usage as an SDK keeps it, member by member: read where it holds what few report.</summary>
static class RawData
{
    static readonly string[] Rare = ["iterations", "cache_creation", "server_tool_use"];

    public static void Read(IReadOnlyDictionary<string, JsonElement>? usage, string? response, ref ReplyReading reading)
    {
        if (usage is null || !(Rare.Any(name => IsThere(usage, name)) || HasTier(usage)))
        {
            return;
        }

        ReplyFacts facts = default;
        if (response is not null)
        {
            facts.Text(new ReplyPath("id", ReplyFact.Response), response);
        }

        foreach (var (name, value) in usage)
        {
            if (JsonNode.Root.Below("usage")?.Below(name) is { } node)
            {
                Value(value, node, ref facts);
            }
        }

        facts.AddTo(ref reading, isChunk: false);
    }

    static bool IsThere(IReadOnlyDictionary<string, JsonElement> usage, string name) =>
        usage.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    static bool HasTier(IReadOnlyDictionary<string, JsonElement> usage) =>
        usage.TryGetValue("service_tier", out var tier) && tier.ValueKind == JsonValueKind.String && !tier.ValueEquals("standard"u8);

    static void Value(JsonElement value, JsonNode node, ref ReplyFacts facts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                facts.Object(node.Path);
                foreach (var member in value.EnumerateObject())
                {
                    if (node.Below(member.Name) is { } child)
                    {
                        Value(member.Value, child, ref facts);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Value(item, node, ref facts);
                }

                break;
            case JsonValueKind.String when node.Path.Fact != ReplyFact.None && value.GetString() is { Length: > 0 } text:
                facts.Text(node.Path, text);
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                facts.Number(node.Path, number);
                break;
        }
    }
}
