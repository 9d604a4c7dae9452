using System.Buffers.Text;
using CrossTier.Json;
using CrossTier.Recording;

namespace CrossTier.Replies;

/// <summary>
/// Token counts in the names of each protocol. All of them count up in the course of a stream, so what was said last holds, name by name.
/// </summary>
struct WireUsage
{
    // A count that is none: it makes the whole usage void.
    const long Absurd = -1;

    long? _input;
    long? _output;
    long? _cached;
    long? _cacheWrite;
    long? _reasoning;
    long? _anthropicCached;
    long? _anthropicCacheWrite;
    long? _toolInput;
    long? _thoughts;

    /// <summary>Takes over what a document said that has come to its end.</summary>
    public void Take(in WireUsage later)
    {
        _input = later._input ?? _input;
        _output = later._output ?? _output;
        _cached = later._cached ?? _cached;
        _cacheWrite = later._cacheWrite ?? _cacheWrite;
        _reasoning = later._reasoning ?? _reasoning;
        _anthropicCached = later._anthropicCached ?? _anthropicCached;
        _anthropicCacheWrite = later._anthropicCacheWrite ?? _anthropicCacheWrite;
        _toolInput = later._toolInput ?? _toolInput;
        _thoughts = later._thoughts ?? _thoughts;
    }

    /// <summary>Reads one count.</summary>
    public void Read(JsonName name, ReadOnlySpan<byte> text)
    {
        switch (name)
        {
            case JsonName.PromptTokens or JsonName.InputTokens or JsonName.PromptTokenCount or JsonName.PromptEvalCount:
                Read(ref _input, text);
                break;
            case JsonName.CompletionTokens or JsonName.OutputTokens or JsonName.CandidatesTokenCount or JsonName.EvalCount:
                Read(ref _output, text);
                break;
            case JsonName.CachedTokens or JsonName.CachedContentTokenCount:
                Read(ref _cached, text);
                break;
            case JsonName.CacheWriteTokens:
                Read(ref _cacheWrite, text);
                break;
            case JsonName.ReasoningTokens:
                Read(ref _reasoning, text);
                break;
            case JsonName.CacheReadInputTokens:
                Read(ref _anthropicCached, text);
                break;
            case JsonName.CacheCreationInputTokens:
                Read(ref _anthropicCacheWrite, text);
                break;
            case JsonName.ToolUsePromptTokenCount:
                Read(ref _toolInput, text);
                break;
            case JsonName.ThoughtsTokenCount:
                Read(ref _thoughts, text);
                break;
        }
    }

    /// <summary>Adds what was said: Anthropic leaves the cache out of the input, Gemini tools out of the input and thoughts out of the output.</summary>
    public readonly void AddTo(ref Reading reading)
    {
        var output = Sum(_output, _thoughts);
        reading.Tokens(Sum(_input, _anthropicCached, _anthropicCacheWrite, _toolInput), output, _cached ?? _anthropicCached, _cacheWrite ?? _anthropicCacheWrite, _reasoning ?? _thoughts);
    }

    static long? Sum(params ReadOnlySpan<long?> counts)
    {
        long? sum = null;
        foreach (var count in counts)
        {
            if (count is < 0 or > uint.MaxValue)
            {
                return Absurd;
            }

            sum = count is null ? sum : (sum ?? 0) + count;
        }

        return sum;
    }

    static void Read(ref long? count, ReadOnlySpan<byte> text)
    {
        if (!text.SequenceEqual("null"u8))
        {
            count = Utf8Parser.TryParse(text, out long number, out var read) && read == text.Length ? number : Absurd;
        }
    }
}
