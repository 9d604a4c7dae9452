using System.Net;
using System.Text.Json;
using CrossTier.Samples.HybridGateway.Routing;
using CrossTier.Samples.HybridGateway.Upstreams;
using CrossTier.Samples.HybridGateway.Wire;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>A fault as OpenAI's clients read it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON: <c>{"error": {…}}</c>.</param>
/// <param name="RetryAfter">When to come again, if somebody said so.</param>
sealed record ErrorReply(int Status, ReadOnlyMemory<byte> Body, string? RetryAfter = null)
{
    public static ErrorReply Of(Exception fault) => fault switch
    {
        GatewayException own => Say(own.Status, own.Message, own.Code, own.Param),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Say(StatusCodes.Status413PayloadTooLarge, "The request is larger than the gateway takes.", "request_too_large"),
        BadHttpRequestException broken => Say(broken.StatusCode, "The request could not be read to its end.", "invalid_request"),
        LineFullException => Say(StatusCodes.Status429TooManyRequests, "Too many requests wait for this model.", "queue_full") with { RetryAfter = "1" },
        UpstreamException upstream => OfUpstream(upstream),
        TimeoutException or TaskCanceledException => Say(StatusCodes.Status504GatewayTimeout, "The upstream did not answer in time.", "upstream_timeout"),
        HttpRequestException or IOException => Say(StatusCodes.Status502BadGateway, "The upstream cannot be reached, or broke off.", "upstream_unreachable"),
        InvalidDataException => Say(StatusCodes.Status502BadGateway, "The upstream answered something that is no such reply.", "upstream_invalid"),
        _ => Say(StatusCodes.Status500InternalServerError, "The gateway failed.", "internal_error"),
    };

    public static ErrorReply Say(int status, string message, string code, string? param = null) => new(
        status,
        JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(new(message, TypeOf(status), param, code)), WireJson.Default.ErrorBody));

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = Body.Length;
        response.Headers.RetryAfter = RetryAfter;
        await response.Body.WriteAsync(Body);
    }

    /// <summary>The error as the last event of a stream whose status went out long ago.</summary>
    public async Task WriteEventAsync(HttpResponse response)
    {
        await response.Body.WriteAsync("data: "u8.ToArray());
        await response.Body.WriteAsync(Body);
        await response.Body.WriteAsync("\n\n"u8.ToArray());
    }

    // What the upstream finds wrong with the request goes back word for word. Its other faults are not the client's: not even its 401, which
    // is about the gateway's key.
    static ErrorReply OfUpstream(UpstreamException upstream)
    {
        var status = (int)upstream.StatusCode;
        if (upstream.StatusCode == HttpStatusCode.TooManyRequests)
        {
            // Its text names the organisation whose key this is.
            return Say(status, "The upstream takes no more requests now.", "rate_limited") with { RetryAfter = upstream.RetryAfter };
        }

        var isOfRequest = upstream.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType
            or HttpStatusCode.UnprocessableContent;
        if (!isOfRequest)
        {
            return Say(StatusCodes.Status502BadGateway, $"The upstream answered {status}.", "upstream_error");
        }

        var isShaped = ReplyContent.Read(upstream.Body.Span).Error is { ValueKind: JsonValueKind.Object };
        return (isShaped ? new(status, upstream.Body) : Say(status, $"The upstream answered {status}.", "upstream_error")) with
        {
            RetryAfter = upstream.RetryAfter,
        };
    }

    static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        < 500 => "invalid_request_error",
        _ => "server_error",
    };
}
