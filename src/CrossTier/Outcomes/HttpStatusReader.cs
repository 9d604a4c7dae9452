using System.Net;

namespace CrossTier.Outcomes;

/// <summary>
/// The HTTP status that an SDK's exception carries: <c>Status</c> (System.ClientModel, Azure.Core) or <c>StatusCode</c> (HttpRequestException,
/// Semantic Kernel, Anthropic, AWS).
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
            { } => StreamedStatus.Of(exception.GetType()),
            null => 0,
        };

    static bool IsStatus(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(HttpStatusCode));
}
