using System.Text.Json;

namespace CrossTier.Samples.HybridGateway.Wire;

/// <summary>The little that the gateway reads of a reply or a chunk; the bytes themselves pass through as they came.</summary>
sealed record ReplyContent(Usage? Usage, Choice?[]? Choices, JsonElement? Error)
{
    static readonly ReplyContent Nothing = new(null, null, null);

    /// <summary>Reads JSON; what is none says nothing.</summary>
    public static ReplyContent Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WireJson.Default.ReplyContent) ?? Nothing;
        }
        catch (JsonException)
        {
            return Nothing; // The client gets it all the same, and ai_gateway_usage_missing_total counts it.
        }
    }

    /// <summary>Reads a whole reply, or a chunk that the reader is to get.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ReplyContent ReadWhole(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WireJson.Default.ReplyContent) is { } content && content.Choices?.Contains(null) != true
                ? content
                : throw new InvalidDataException("The reply lacks what it is about.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The reply is no JSON of this protocol.");
        }
    }

    /// <summary>What a chunk tells the reader first: text, reasoning, or a tool to call.</summary>
    public string? Text => Choices?.Select(choice => choice?.Delta?.Spoken).FirstOrDefault(text => !string.IsNullOrEmpty(text));
}

/// <summary>One of the answers.</summary>
sealed record Choice(Delta? Delta);

/// <summary>What a chunk adds to an answer.</summary>
sealed record Delta(string? Content, string? ReasoningContent, string? Refusal, JsonElement? ToolCalls)
{
    public string? Spoken =>
        !string.IsNullOrEmpty(Content) ? Content
        : !string.IsNullOrEmpty(ReasoningContent) ? ReasoningContent
        : !string.IsNullOrEmpty(Refusal) ? Refusal
        : ToolCalls is { ValueKind: JsonValueKind.Array } calls ? calls.GetRawText()
        : null;
}
