using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CrossTier.Protocols;

namespace CrossTier.CompilerServices;

/// <summary>
/// The labels of a connector that a framework has made over somebody's client, which the connector holds in a private field: the client knows its
/// provider, which the connector leaves out. By name, since the runtime depends on no AI library.
/// </summary>
static class WrappedClient
{
    /// <summary>What the client reports of itself; the default value where the connector holds none.</summary>
    /// <param name="connector">The connector.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away leaves the provider unknown.")]
    public static ClientLabels Of(object connector)
    {
        foreach (var field in connector.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            if (ClientMetadataNames.Of(field.FieldType.FullName) is { } name && field.GetValue(connector) is { } client && !MockedClient.Is(client))
            {
                return Read(field.FieldType, name, client);
            }
        }

        return default;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A type that was trimmed away leaves the provider unknown.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that was trimmed away leaves the provider unknown.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed away leaves the provider unknown.")]
    static ClientLabels Read(Type face, string name, object client)
    {
        var ask = face.GetMethod("GetService", [typeof(Type), typeof(object)]);
        var metadata = face.Assembly.GetType(name) is { } type ? Ask(type) : null;
        return new ClientLabels(
            Value("ProviderName") as string, Value("DefaultModelId") as string, Value("ProviderUri") as Uri, Ask(typeof(IMeasuringLayer)) as IMeasuringLayer);

        object? Ask(Type service) => ask?.Invoke(client, [service, null]);

        object? Value(string property) => metadata?.GetType().GetProperty(property)?.GetValue(metadata);
    }
}
