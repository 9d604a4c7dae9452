using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;

namespace CrossTier.Outcomes;

/// <summary>
/// The HTTP status that an SDK's exception carries: <c>Status</c> (System.ClientModel, Azure.Core) or <c>StatusCode</c> (HttpRequestException,
/// Semantic Kernel, Anthropic, AWS). Read by name, since the runtime depends on none of them; one look-up for each exception type.
/// </summary>
static class HttpStatusReader
{
    static readonly ConcurrentDictionary<Type, PropertyInfo?> Properties = new();

    /// <summary>The status, or 0 if the exception has none.</summary>
    public static int Read(Exception exception)
    {
        if (exception is HttpRequestException http)
        {
            return (int)(http.StatusCode ?? 0);
        }

        var property = Properties.GetOrAdd(exception.GetType(), FindProperty);
        return property?.GetValue(exception) switch
        {
            int and > 0 and var status => status,
            HttpStatusCode and > 0 and var status => (int)status,
            { } => StreamedStatus.Of(exception.GetType()),
            null => 0,
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A status property that was trimmed away leaves the error kind to the exception's type.")]
    static PropertyInfo? FindProperty(Type type) =>
        type.Assembly == typeof(Exception).Assembly
            ? null
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property => property is { Name: "Status" or "StatusCode", CanRead: true } && IsStatus(property.PropertyType));

    static bool IsStatus(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(HttpStatusCode));
}
