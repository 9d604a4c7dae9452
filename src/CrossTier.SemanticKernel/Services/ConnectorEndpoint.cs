using System.Reflection;
using Microsoft.SemanticKernel.Services;

namespace CrossTier.Services;

/// <summary>
/// Where a connector sends its requests. It says so in its attributes, unless it was given an SDK's client: then the client says it, which the
/// connector holds in a private field. Without it another server of OpenAI's protocol would pass for OpenAI.
/// </summary>
static class ConnectorEndpoint
{
    const int Depth = 2; // connector, its core, the SDK's client

    public static Uri? Of(IAIService service) => Uri.TryCreate(service.GetEndpoint(), UriKind.Absolute, out var endpoint) ? endpoint : OfClientIn(service, Depth);

    static Uri? OfClientIn(object holder, int depth)
    {
        for (var type = holder.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.Name.Contains("Client", StringComparison.Ordinal) || field.GetValue(holder) is not { } client)
                {
                    continue;
                }

                if ((EndpointOf(client) ?? (depth > 1 ? OfClientIn(client, depth - 1) : null)) is { } endpoint)
                {
                    return endpoint;
                }
            }
        }

        return null;
    }

    static Uri? EndpointOf(object client) =>
        client.GetType().GetProperty("Endpoint", BindingFlags.Instance | BindingFlags.Public) is { CanRead: true } property && property.PropertyType == typeof(Uri)
            ? property.GetValue(client) as Uri
            : null;
}
