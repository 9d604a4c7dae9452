namespace CrossTier.Recognition.Catalogue;

/// <summary>A client that reports its labels when it is asked for a service.</summary>
/// <param name="Client">The type of the client, or an interface of it.</param>
/// <param name="Metadata">The service that has a provider, a model and an endpoint.</param>
sealed record ClientService(string Client, string Metadata)
{
    /// <summary>The service whose model is that of the requests; null where there is none.</summary>
    public string? Options { get; init; }

    /// <summary>The service of an agent that has a provider where the client behind it has none; null for a client.</summary>
    public string? AgentMetadata { get; init; }

    /// <summary>The service that is a cache of the library's, whose replies are repeated under their ids; null where there is none.</summary>
    public string? CachingClient { get; init; }
}
