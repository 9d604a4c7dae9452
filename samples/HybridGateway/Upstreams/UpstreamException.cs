using System.Net;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>An upstream answered with an error. CrossTier sorts it by <see cref="StatusCode"/>.</summary>
sealed class UpstreamException(HttpStatusCode status, ReadOnlyMemory<byte> body, string? contentType, string? retryAfter)
    : Exception($"The upstream answered {(int)status}. {CodeIn(body)}")
{
    public HttpStatusCode StatusCode => status;

    public ReadOnlyMemory<byte> Body => body;

    public string? ContentType => contentType;

    public string? RetryAfter => retryAfter;

    // The code, such as content_filter, tells one 400 from another; the rest of the body may repeat the prompt.
    static string CodeIn(ReadOnlyMemory<byte> body) =>
        Wire.ReplyContent.Read(body.Span).Error is { ValueKind: System.Text.Json.JsonValueKind.Object } error
        && error.TryGetProperty("code", out var code) && code.ValueKind == System.Text.Json.JsonValueKind.String
            ? $"Code: {code.GetString()}"
            : "";
}
