using CrossTier.CompilerServices;

namespace CrossTier.Labels;

/// <summary>Finds the <c>provider</c> label of a client that no attribute names.</summary>
static class ProviderName
{
    /// <summary>
    /// What the application's own client says; else who answers at the endpoint, if its host tells; else what the client, or its SDK, calls itself. The name <c>openai</c> is the
    /// vendor's: another server that speaks its protocol is <c>openai-compatible</c>.
    /// </summary>
    public static string Of(ClientLabels client, string? apiProvider)
    {
        if (client is { IsExplicit: true, Provider: { } own } && !string.IsNullOrWhiteSpace(own))
        {
            return ProviderCatalogue.Canonical(own);
        }

        if (client.Endpoint is { } endpoint && EndpointReader.ProviderOf(endpoint) is { } known)
        {
            return known;
        }

        var name = string.IsNullOrWhiteSpace(client.Provider) ? apiProvider : ProviderCatalogue.Canonical(client.Provider);
        return name switch
        {
            null => LabelValues.Unknown,
            LabelValues.OpenAI when client.Endpoint is { IsAbsoluteUri: true } => LabelValues.OpenAICompatible,
            _ => name,
        };
    }
}
