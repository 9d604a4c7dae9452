using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrossTier.Protocols;

namespace CrossTier.Labels;

/// <summary>
/// The provider of a client that calls itself otherwise: an Azure OpenAI client is Azure's behind any host, and made of OpenAI's. Read from the types
/// of the client and of those that it holds, once for each client.
/// </summary>
static class ClientVendor
{
    const int Depth = 8; // middleware above middleware, an adapter, the SDK's client

    // A plug-in's types are not kept.
    static readonly ConditionalWeakTable<Type, FieldInfo[]> Holders = [];

    /// <summary>The provider, or null where no such client is there.</summary>
    /// <param name="client">The client.</param>
    public static string? Of(object client) => In(client, Depth);

    static string? In(object holder, int depth)
    {
        var type = holder.GetType();
        for (var declaring = type; declaring?.Namespace is { } name; declaring = declaring.BaseType)
        {
            foreach (var (known, provider) in ProviderNames.ClientNamespaces)
            {
                if (name.StartsWith(known, StringComparison.Ordinal) && (name.Length == known.Length || name[known.Length] == '.'))
                {
                    return provider;
                }
            }
        }

        if (depth == 1)
        {
            return null;
        }

        foreach (var field in Holders.GetValue(type, ClientsIn))
        {
            if (field.GetValue(holder) is { } held && In(held, depth - 1) is { } provider)
            {
                return provider;
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away leaves the provider to the endpoint.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that was trimmed away leaves the provider to the endpoint.")]
    static FieldInfo[] ClientsIn(Type type)
    {
        List<FieldInfo> found = [];
        for (var declaring = type; declaring is { Namespace: not null } && !IsSystem(declaring); declaring = declaring.BaseType)
        {
            found.AddRange(declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => field.FieldType.Name.EndsWith("Client", StringComparison.Ordinal) && !IsSystem(field.FieldType)));
        }

        return [.. found];
    }

    static bool IsSystem(Type type) => type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
