using System.ComponentModel;
using CrossTier.Recording;

namespace CrossTier.Labels;

/// <summary>
/// What a Semantic Kernel connector says of itself. Its provider is in its namespace, <c>Microsoft.SemanticKernel.Connectors.{Name}</c>; its
/// model and endpoint are in its attributes. One that was given an SDK's client does not say the endpoint: then the client does, which the
/// connector holds in a private field. Without it another server of OpenAI's protocol would pass for OpenAI.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectorLabels
{
    const string Connectors = ".Connectors.";

    /// <summary>Reads a connector once; what is read is kept with the series.</summary>
    /// <param name="service">The connector.</param>
    /// <param name="attributes">Its <c>Attributes</c>.</param>
    public static ClientLabels Of(object service, IReadOnlyDictionary<string, object?> attributes)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(attributes);
        var model = Text(attributes, "ModelId") ?? Text(attributes, "DeploymentName");
        return new ClientLabels(
            ConnectorOf(service.GetType()),
            model,
            Uri.TryCreate(Text(attributes, "Endpoint"), UriKind.Absolute, out var endpoint) ? endpoint : HiddenEndpoint.Of(service));
    }

    static string? Text(IReadOnlyDictionary<string, object?> attributes, string key) => attributes.TryGetValue(key, out var value) ? value as string : null;

    static string? ConnectorOf(Type service) =>
        service.Namespace is { } name && name.IndexOf(Connectors, StringComparison.Ordinal) is >= 0 and var at ? name[(at + Connectors.Length)..].Split('.')[0] : null;
}
