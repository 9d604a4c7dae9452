using System.Net.Sockets;
using System.Text.Json;
using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>Sorts an exception into the closed sets of the <c>status</c> and <c>error</c> labels.</summary>
static class ErrorClassifier
{
    // An exception may be inside itself.
    const int MaxDepth = 64;

    // SDKs' exceptions name the code or the type of the error, or hold the body or a part of the reply that they stand for.
    static readonly ExceptionProperty Code = new(property => property.Name == "ErrorCode" && property.PropertyType == typeof(string));
    static readonly ExceptionProperty Type = new(property => property.Name == "ErrorType");
    static readonly ExceptionProperty Body = new(property => property.PropertyType == typeof(JsonElement));
    static readonly ExceptionProperty Content = new(property => property.Name == "ResponseContent" && property.PropertyType == typeof(string));

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
                return ErrorTable.Decides(status.Value)
                    ? ErrorTable.OfStatus(status.Value)
                    : ErrorTable.KindOf(status.Value, CodeOf(link), $"{ExceptionMessage.Of(link)}\n{Content.Of(link)}");
            }

            // Thrown within a stream the status is not set, and the type shows what it is.
            if ((ErrorTable.OfCode(CodeOf(link)) ?? (status == 0 ? ErrorTable.OfCode(link.GetType().Name) : null)) is { } kind)
            {
                return kind;
            }

            if (OfType(link) is { } known)
            {
                return known;
            }
        }

        return Chain(exception).Any(e => e is IOException or HttpRequestException) ? ErrorKind.Network : ErrorKind.Other;
    }

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

    static ErrorKind? OfType(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException => ErrorKind.Timeout,
        SocketException { SocketErrorCode: SocketError.TimedOut } => ErrorKind.Timeout,
        SocketException or HttpRequestException { HttpRequestError: not HttpRequestError.Unknown, InnerException: null } => ErrorKind.Network,
        IOException or HttpRequestException when exception.InnerException is null => ErrorKind.Network,
        UnauthorizedAccessException => ErrorKind.Auth,
        _ => null,
    };

    // Where a getter works it out of the body, the body is read too: what the getter runs is not known.
    static string? CodeOf(Exception exception)
    {
        var code = ErrorTable.Better(Code.Of(exception) as string, Type.Of(exception) is { } kind and (string or Enum) ? kind.ToString() : null);
        return Body.Of(exception) is JsonElement { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? ErrorTable.Better(ErrorTable.Better(Text(error, "code"), Text(error, "type")), code)
                : code;
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
