using CrossTier.Samples.HybridGateway.Wire;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>One event of a stream, byte for byte as the upstream wrote it.</summary>
/// <param name="Bytes">The event with the blank line that ends it.</param>
/// <param name="Text">What it carries for the reader: the first such event is the first token.</param>
/// <param name="Usage">What it says of the stream's tokens.</param>
/// <param name="IsLast">Whether it is <c>[DONE]</c>.</param>
sealed record ServerEvent(ReadOnlyMemory<byte> Bytes, string? Text, Usage? Usage, bool IsLast)
{
    /// <summary>Whether nothing but usage is in it, which a client gets only if it asked.</summary>
    public bool IsUsageAlone { get; private init; }

    /// <exception cref="InvalidDataException">The event is none of this protocol.</exception>
    /// <exception cref="UpstreamException">The event says that the stream failed.</exception>
    public static ServerEvent Parse(byte[] bytes)
    {
        var data = DataIn(bytes);
        if (data.SequenceEqual("[DONE]"u8))
        {
            return new(bytes, null, null, IsLast: true);
        }

        var content = data.IsEmpty ? null : ReplyContent.ReadWhole(data);
        if (content?.Error is { ValueKind: System.Text.Json.JsonValueKind.Object })
        {
            throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, data.ToArray(), "application/json", retryAfter: null);
        }

        return new(bytes, content?.Text, content?.Usage, IsLast: false) { IsUsageAlone = content is { Usage: not null, Choices: [] } };
    }

    // OpenAI's events have one line of data each; comments and other fields pass through unread.
    static ReadOnlySpan<byte> DataIn(ReadOnlySpan<byte> lines)
    {
        foreach (var range in lines.Split((byte)'\n'))
        {
            if (lines[range] is var line && line.StartsWith("data:"u8))
            {
                return line["data:".Length..].Trim(" \r"u8);
            }
        }

        return default;
    }
}
