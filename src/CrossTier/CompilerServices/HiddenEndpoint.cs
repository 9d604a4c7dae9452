using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CrossTier.CompilerServices;

/// <summary>
/// The endpoint of a client that keeps it to itself: in a private field, or in that of the client that it holds. Read once for each client;
/// without it another server that speaks the protocol would pass for the vendor's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HiddenEndpoint
{
    const int Depth = 2; // a connector, its core, the SDK's client

    /// <summary>The endpoint, or null.</summary>
    /// <param name="client">The client.</param>
    public static Uri? Of(object client) => In(client, Depth);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away leaves the endpoint unknown.")]
    static Uri? In(object? holder, int depth)
    {
        for (var type = holder?.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var endpoint = field.FieldType == typeof(Uri) && field.Name.Contains("endpoint", StringComparison.OrdinalIgnoreCase) ? field.GetValue(holder)
                    as Uri
                    : field.FieldType.Name.Contains("Client", StringComparison.Ordinal) && field.GetValue(holder) is { } client ? Said(client)
                        ?? (depth > 1 ? In(client, depth - 1) : null)
                    : null;
                if (endpoint is not null)
                {
                    return endpoint;
                }
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A property that was trimmed away leaves the endpoint unknown.")]
    static Uri? Said(object client) =>
        Value(client, "Endpoint") as Uri ?? Value(client, "BaseAddress") as Uri
        ?? (Value(client, "BaseUrl") is string url && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A property that was trimmed away leaves the endpoint unknown.")]
    static object? Value(object client, string name) =>
        client.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public) is { CanRead: true } property ? property.GetValue(client) : null;
}
