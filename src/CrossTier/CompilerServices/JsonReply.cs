using System.ComponentModel;
using System.Text.Json;
using CrossTier.Protocols;
using CrossTier.Replies;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// Reads a reply as it came over the wire, or a chunk of one, where an SDK's own type leaves its usage out: model, usage, first content and failure, as
/// <see cref="ReplyPaths"/> lists them. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonReply
{
    /// <summary>Adds what a reply reports. What is no such reply adds nothing.</summary>
    /// <param name="body">The reply, in UTF-8.</param>
    /// <param name="reading">What was reported so far.</param>
    public static void Read(ReadOnlySpan<byte> body, ref ReplyReading reading)
    {
        if (body.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            return;
        }

        ReplyFacts facts = default;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            Value(ref json, JsonNode.Root, isListed: false, ref facts);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return; // No JSON: nothing is known, which usage_missing shows.
        }

        facts.AddTo(ref reading, isChunk: true);
        if (facts.HasFailed)
        {
            reading.Failed(facts.ErrorCode, facts.ErrorMessage);
        }
    }

    /// <summary>Adds what a reply in memory reports.</summary>
    /// <param name="body">The body, in UTF-8. Its position stays where it is.</param>
    /// <param name="reading">What was reported so far.</param>
    public static void Read(MemoryStream? body, ref ReplyReading reading)
    {
        if (body is not null)
        {
            Read(body.TryGetBuffer(out var bytes) ? bytes : body.ToArray(), ref reading);
        }
    }

    static void Value(ref Utf8JsonReader json, JsonNode node, bool isListed, ref ReplyFacts facts)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                facts.Object(node.Path);
                Members(ref json, node, isListed, ref facts);
                break;
            case JsonTokenType.StartArray:
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    Value(ref json, node, isListed || node != JsonNode.Root, ref facts);
                }

                break;
            case JsonTokenType.String when node.Path.Fact == ReplyFact.Text: // The reply's own words are not copied.
                if (!json.ValueSpan.IsEmpty)
                {
                    facts.Content();
                }

                break;
            case JsonTokenType.String when node.Path.Fact != ReplyFact.None && Text(ref json) is { Length: > 0 } text:
                facts.Text(node.Path, text);
                break;
            case JsonTokenType.True:
                facts.True(node.Path);
                break;
            case JsonTokenType.Number when (!isListed || node.Path.MayBeListed) && json.TryGetInt64(out var number):
                facts.Number(node.Path, number);
                break;
        }
    }

    static void Members(ref Utf8JsonReader json, JsonNode node, bool isListed, ref ReplyFacts facts)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var child = node.Find(ref json);
            json.Read();
            if (child is null)
            {
                json.Skip();
            }
            else
            {
                Value(ref json, child, isListed, ref facts);
            }
        }
    }

    // Models write halves of characters, which are no string; the rest of the reply holds.
    static string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
