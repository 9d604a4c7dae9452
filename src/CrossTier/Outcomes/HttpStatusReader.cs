using System.Net;
using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>
/// The HTTP status that an exception carries: <c>Status</c> or <c>StatusCode</c>, as SDKs call it.
/// </summary>
static class HttpStatusReader
{
    static readonly ExceptionProperty Status = new(property => property.Name is "Status" or "StatusCode" && IsStatus(property.PropertyType));

    /// <summary>The status, or 0 if the exception has none.</summary>
    public static int Read(Exception exception) => exception is HttpRequestException http
        ? (int)(http.StatusCode ?? 0)
        : Status.Of(exception) switch
        {
            int and > 0 and var status => status,
            HttpStatusCode and > 0 and var status => (int)status,
            { } => ErrorWords.StatusOf(exception.GetType().Name), // Thrown within a stream: the status is not set, the type shows it.
            null => 0,
        };

    static bool IsStatus(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(HttpStatusCode));
}
