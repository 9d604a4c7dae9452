namespace CrossTier.Labels;

/// <summary>Finds the <c>provider</c> label of a client that no attribute names.</summary>
static class ProviderName
{
    /// <summary>
    /// What the application's own client reports; else who answers at the endpoint, if its host is known; else what the client, or its SDK, calls
    /// itself. The name <c>openai</c> is the vendor's: another server that speaks its protocol is <c>openai-compatible</c>.
    /// </summary>
    /// <param name="reported">What the client calls its provider, or null.</param>
    /// <param name="isExplicit">Whether the client is the application's own, so that its word holds whatever stands at the endpoint.</param>
    /// <param name="endpoint">Where it sends its requests, or null.</param>
    /// <param name="apiProvider">The provider whose SDK is called, or null.</param>
    public static string Of(string? reported, bool isExplicit, Uri? endpoint, string? apiProvider)
    {
        if (isExplicit && !string.IsNullOrWhiteSpace(reported))
        {
            return ProviderCatalogue.Canonical(reported);
        }

        if (endpoint is not null && EndpointReader.ProviderOf(endpoint) is { } known)
        {
            return known;
        }

        var name = string.IsNullOrWhiteSpace(reported) ? apiProvider : ProviderCatalogue.Canonical(reported);
        return name switch
        {
            null => LabelValues.Unknown,
            LabelValues.OpenAI when endpoint is { IsAbsoluteUri: true } => LabelValues.OpenAICompatible,
            _ => name,
        };
    }
}
