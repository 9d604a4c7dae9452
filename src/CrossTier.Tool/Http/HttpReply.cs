using System.Net;

namespace CrossTier.Tool.Http;

/// <summary>A whole reply.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, decompressed.</param>
sealed record HttpReply(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    static readonly byte[] s_byteOrderMark = [0xEF, 0xBB, 0xBF];

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The status as a reader knows it, such as <c>401 Unauthorized</c>.</summary>
    public string StatusText => $"{(int)Status} {Status}";

    /// <summary>The body as UTF-8, whatever character set the reply names: JSON and metrics pages are never anything else.</summary>
    public ReadOnlyMemory<byte> Utf8 => Body.Span.StartsWith(s_byteOrderMark) ? Body[s_byteOrderMark.Length..] : Body;
}
