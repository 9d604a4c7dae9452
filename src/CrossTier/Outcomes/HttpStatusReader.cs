using System.Net;

namespace CrossTier.Outcomes;

/// <summary>
/// The HTTP status that an exception carries: <c>Status</c> or <c>StatusCode</c>, as SDKs call it.
/// </summary>
static class HttpStatusReader
{
    static readonly ExceptionProperty Status = new(property => property.Name is "Status" or "StatusCode" && IsStatus(property.PropertyType));

    /// <summary>The status: 0 if the exception has none but could, null if it could have none.</summary>
    public static int? Read(Exception exception) => exception is HttpRequestException http
        ? http.StatusCode is { } code ? (int)code : null
        : Status.Of(exception) switch
        {
            int status => status,
            HttpStatusCode status => (int)status,
            _ => null,
        };

    static bool IsStatus(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(HttpStatusCode));
}
