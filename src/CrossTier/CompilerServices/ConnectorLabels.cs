using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>
/// What a connector of a framework reports of itself: the provider in its namespace, model and endpoint in its attributes. One that was given an
/// SDK's client does not report the endpoint: then the client does, which the connector holds in a private field. Without it another server of the same
/// protocol would pass for the vendor's. One that was made over a client of another framework has that client's provider.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectorLabels
{
    /// <summary>Reads a connector once; what is read is kept with the series.</summary>
    /// <param name="service">The connector.</param>
    /// <param name="attributes">What it reports of itself.</param>
    /// <param name="namespacePart">What stands before the provider in its namespace.</param>
    /// <param name="endpointKey">The attribute that holds the endpoint.</param>
    /// <param name="modelKey">The attribute that holds the model.</param>
    /// <param name="otherModelKey">The attribute that holds it where that one does not.</param>
    public static ClientLabels Of(
        object service, IReadOnlyDictionary<string, object?> attributes, string namespacePart, string endpointKey, string modelKey, string otherModelKey)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(attributes);
        var provider = ProviderOf(service.GetType(), namespacePart);
        var wrapped = provider is null ? WrappedClient.Of(service) : default;
        return new ClientLabels(
            provider ?? wrapped.Provider,
            Text(attributes, modelKey) ?? Text(attributes, otherModelKey) ?? wrapped.Model,
            Uri.TryCreate(Text(attributes, endpointKey), UriKind.Absolute, out var endpoint) ? endpoint : wrapped.Endpoint ?? HiddenEndpoint.Of(service),
            wrapped.Layer);
    }

    static string? Text(IReadOnlyDictionary<string, object?> attributes, string key) => attributes.TryGetValue(key, out var value) ? value as string : null;

    static string? ProviderOf(Type service, string namespacePart) =>
        service.Namespace is { } name && name.IndexOf(namespacePart, StringComparison.Ordinal) is >= 0 and var at
            ? name[(at + namespacePart.Length)..].Split('.')[0]
            : null;
}
