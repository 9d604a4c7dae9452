using System.ComponentModel;
using System.Text.Json;

namespace CrossTier.Recording;

/// <summary>
/// Reads a body of a model of Amazon Bedrock, or a chunk of one: each maker has names of its own, and Bedrock puts its metrics into the last chunk.
/// Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockReply
{
    // A number that counts nothing makes the whole usage void, as a negative one does.
    const long NoCount = -1;

    static readonly string[] Holders = ["amazon-bedrock-invocationMetrics", "usage", "message", "metadata"];

    static readonly string[] Texts = ["delta", "contentBlockDelta", "outputText", "generation", "outputs", "completion", "text"];

    static readonly string[] Input = ["inputTokenCount", "input_tokens", "inputTokens", "prompt_tokens", "prompt_token_count", "inputTextTokenCount"];

    static readonly string[] Output = ["outputTokenCount", "output_tokens", "outputTokens", "completion_tokens", "generation_token_count", "totalOutputTextTokenCount"];

    static readonly string[] CacheRead = ["cacheReadInputTokenCount", "cache_read_input_tokens", "cacheReadInputTokens"];

    static readonly string[] CacheWrite = ["cacheWriteInputTokenCount", "cache_creation_input_tokens", "cacheWriteInputTokens"];

    /// <summary>Takes over the model and usage of a body, or of a stream so far. What is no such body says nothing.</summary>
    /// <param name="body">The body, in UTF-8. Its position stays where it is.</param>
    /// <param name="reading">What was said so far.</param>
    public static void Read(MemoryStream? body, ref Reading reading)
    {
        if (body is null)
        {
            return;
        }

        try
        {
            var json = new Utf8JsonReader(body.TryGetBuffer(out var bytes) ? bytes : body.ToArray());
            if (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                Members(ref json, ref reading);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON: nothing is known, which usage_missing shows.
        }
    }

    static void Members(ref Utf8JsonReader json, ref Reading reading)
    {
        long? input = null, output = null, cacheRead = null, cacheWrite = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, Holders))
            {
                json.Read();
                if (json.TokenType == JsonTokenType.StartObject)
                {
                    Members(ref json, ref reading);
                }
                else
                {
                    json.Skip();
                }
            }
            else if (Is(ref json, Texts))
            {
                json.Read();
                if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || (json.TokenType == JsonTokenType.String && json.ValueSpan.Length > 0))
                {
                    reading.Content();
                }

                json.Skip();
            }
            else if (json.ValueTextEquals("model"u8))
            {
                json.Read();
                reading.Model(json.TokenType == JsonTokenType.String ? json.GetString() : null);
                json.Skip();
            }
            else
            {
                _ = Count(ref json, Input, ref input) || Count(ref json, Output, ref output) || Count(ref json, CacheRead, ref cacheRead) || Count(ref json, CacheWrite, ref cacheWrite);
                json.Skip();
            }
        }

        if ((input ?? output) is not null)
        {
            reading.UncachedTokensSoFar(input, output, cacheRead, cacheWrite);
        }
    }

    static bool Count(ref Utf8JsonReader json, string[] names, ref long? count)
    {
        if (json.TokenType != JsonTokenType.PropertyName || !Is(ref json, names))
        {
            return false;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.Number)
        {
            count = json.TryGetInt64(out var value) ? value : NoCount;
        }

        return true;
    }

    static bool Is(ref Utf8JsonReader json, string[] names)
    {
        foreach (var name in names)
        {
            if (json.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
