using System.ComponentModel;
using System.Text.Json;

namespace CrossTier.Recording;

/// <summary>
/// Reads a reply as it came over the wire, where an SDK's own type leaves its usage out: the member <c>usage</c> of OpenAI's chat completions,
/// responses and embeddings, in the names of each, and <c>error</c>, which a reply carries that failed. Called by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonReply
{
    // A number that counts nothing makes the whole usage void, as a negative one does.
    const long NoCount = -1;

    /// <summary>Adds the model and usage of a reply. What is no such reply adds nothing.</summary>
    /// <param name="body">The reply, in UTF-8.</param>
    /// <param name="reading">What was said so far.</param>
    public static void Read(ReadOnlySpan<byte> body, ref Reading reading)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            if (body.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..] || !json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("usage"u8) && json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    Usage(ref json, ref reading);
                }
                else if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("error"u8) && json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    reading.Failed(Code(ref json));
                }
                else if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("model"u8) && json.Read() && json.TokenType == JsonTokenType.String)
                {
                    reading.Model(json.GetString());
                }
                else
                {
                    json.Skip();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON: nothing is known, which usage_missing shows.
        }
    }

    static string? Code(ref Utf8JsonReader json)
    {
        string? code = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = json.ValueTextEquals("code"u8);
            json.Read();
            code = isCode && json.TokenType is JsonTokenType.String or JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(json.ValueSpan) : code;
            json.Skip();
        }

        return code;
    }

    static void Usage(ref Utf8JsonReader json, ref Reading reading)
    {
        long? input = null, output = null, cached = null, cacheWrite = null, reasoning = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("prompt_tokens"u8) || json.ValueTextEquals("input_tokens"u8))
            {
                input = Count(ref json);
            }
            else if (json.ValueTextEquals("completion_tokens"u8) || json.ValueTextEquals("output_tokens"u8))
            {
                output = Count(ref json);
            }
            else if (json.ValueTextEquals("prompt_tokens_details"u8) || json.ValueTextEquals("input_tokens_details"u8))
            {
                (cached, cacheWrite) = Details(ref json, "cached_tokens"u8, "cache_write_tokens"u8);
            }
            else if (json.ValueTextEquals("completion_tokens_details"u8) || json.ValueTextEquals("output_tokens_details"u8))
            {
                (reasoning, _) = Details(ref json, "reasoning_tokens"u8, default);
            }
            else
            {
                json.Skip();
            }
        }

        reading.Tokens(input, output, cached, cacheWrite, reasoning);
    }

    static (long? First, long? Second) Details(ref Utf8JsonReader json, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return default;
        }

        (long? First, long? Second) counts = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(first))
            {
                counts.First = Count(ref json);
            }
            else if (json.ValueTextEquals(second))
            {
                counts.Second = Count(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return counts;
    }

    static long? Count(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number)
        {
            return json.TryGetInt64(out var count) ? count : NoCount;
        }

        json.Skip();
        return null;
    }
}
