using CrossTier.Samples.HybridGateway.Wire;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>A reply in one piece, byte for byte as the upstream wrote it.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">Their type.</param>
/// <param name="Usage">What it says of its tokens.</param>
sealed record WholeReply(ReadOnlyMemory<byte> Body, string? ContentType, Usage? Usage)
{
    /// <exception cref="InvalidDataException">It is no reply of that protocol.</exception>
    public static async Task<WholeReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new(body, response.Content.Headers.ContentType?.ToString(), ReplyContent.ReadWhole(body).Usage);
    }
}
