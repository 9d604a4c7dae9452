using System.Net.Sockets;
using System.Text.Json;
using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>Sorts an exception into the closed sets of the <c>status</c> and <c>error</c> labels.</summary>
static class ErrorClassifier
{
    // An exception may be inside itself.
    const int MaxDepth = 64;

    // An exception that came within a stream may carry no status, but the type of the error.
    static readonly ExceptionProperty Type = new(property => property.Name == "ErrorType");

    // The body of the reply that an exception stands for.
    static readonly ExceptionProperty Body = new(property => property.PropertyType == typeof(JsonElement));

    /// <summary>Cancelled if the caller's token fired, else failed. A cancellation that the caller did not ask for is a timeout.</summary>
    public static RequestStatus StatusOf(Exception exception, CancellationToken caller) =>
        caller.IsCancellationRequested && Chain(exception).Any(e => e is OperationCanceledException) ? RequestStatus.Cancelled : RequestStatus.Failure;

    /// <summary>Why a request failed: by the HTTP status where one is carried, else by the kind of exception. Of several attempts the last decides.</summary>
    public static ErrorKind KindOf(Exception exception)
    {
        foreach (var link in Chain(exception))
        {
            var status = HttpStatusReader.Read(link);
            if (status >= 400)
            {
                return KindOf(status, status < 500 && IsContentFilter(link));
            }

            if (TypeOf(link) is { } type && ErrorWords.StatusOf(type) is > 0 and var told)
            {
                return KindOf(told, ErrorWords.IsContentFilter(type));
            }

            switch (link)
            {
                case TimeoutException or OperationCanceledException:
                    return ErrorKind.Timeout;
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                    return ErrorKind.Timeout;
                case SocketException or HttpRequestException { HttpRequestError: not HttpRequestError.Unknown, InnerException: null }:
                    return ErrorKind.Network;
                case IOException or HttpRequestException when link.InnerException is null:
                    return ErrorKind.Network;
                case UnauthorizedAccessException:
                    return ErrorKind.Auth;
                default:
                    continue;
            }
        }

        return Chain(exception).Any(e => e is IOException or HttpRequestException) ? ErrorKind.Network : ErrorKind.Other;
    }

    /// <summary>Why a request failed that was answered with an HTTP status; <see cref="ErrorKind.Other"/> if that is none of a failure.</summary>
    public static ErrorKind KindOf(int status, bool isContentFilter) => status switch
    {
        < 400 => isContentFilter ? ErrorKind.ContentFilter : ErrorKind.Other,
        429 or 402 or 498 => ErrorKind.RateLimited, // Groq answers 498 where a tier's capacity is exceeded: https://console.groq.com/docs/errors
        401 or 403 => ErrorKind.Auth,
        408 or 504 => ErrorKind.Timeout,
        424 => ErrorKind.Unavailable, // What the server itself depends on failed.
        < 500 when isContentFilter => ErrorKind.ContentFilter,
        < 500 => ErrorKind.BadRequest,
        _ => ErrorKind.Unavailable,
    };

    /// <summary>An exception and what is inside it; of several attempts the last.</summary>
    public static IEnumerable<Exception> Chain(Exception exception)
    {
        var link = exception;
        for (var depth = 0; link is not null && depth < MaxDepth; depth++)
        {
            yield return link;
            link = link is AggregateException { InnerExceptions: [.., var last] } ? last : link.InnerException;
        }
    }

    // Where a getter works it out of the body, the body is read instead: what it runs is not known.
    static string? TypeOf(Exception exception) =>
        Type.Of(exception) is { } kind and (string or Enum) ? kind.ToString()
        : Body.Of(exception) is JsonElement { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()
        : null;

    // SDKs put the body of a reply into the message, and with it the code that tells a filter from another bad request.
    static bool IsContentFilter(Exception exception) => ErrorWords.IsContentFilter(ExceptionMessage.Of(exception));
}
